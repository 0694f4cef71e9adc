import type { LocalizedText } from '../../../kernel/text.js';

/** Order of a file, 市场监督管理行政处罚程序规定 第七十八条. Files of other tracks follow it. */
export const DOSSIER_ITEMS: Readonly<Record<'main' | 'sub', readonly LocalizedText[]>> = {
  main: [
    { zh: '立案审批表', en: 'Approval of filing' },
    { zh: '行政处罚决定书及送达回证', en: 'Decision with its return slips' },
    { zh: '对当事人制发的其他法律文书及送达回证', en: 'Other documents made out to the parties, with their return slips' },
    { zh: '证据材料', en: 'Evidence' },
    { zh: '听证笔录', en: 'Record of the hearing' },
    { zh: '财物处理单据', en: 'Slips on goods and money' },
    { zh: '其他有关材料', en: 'Other material' },
  ],
  sub: [
    { zh: '案源材料', en: 'Where the case came from' },
    { zh: '调查终结报告', en: 'Report that ends the investigation' },
    { zh: '审核意见', en: 'Opinion of the review' },
    { zh: '听证报告', en: 'Report on the hearing' },
    { zh: '结案审批表', en: 'Approval of closing' },
    { zh: '其他有关材料', en: 'Other material' },
  ],
};
