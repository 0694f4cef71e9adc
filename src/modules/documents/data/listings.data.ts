import type { Basis } from '../../../kernel/text.js';
import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const need = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const content = (article: string): Basis => ({ source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article, status: 'unverified', note: '内容依条文；文书名称和字号未见官方式样' });

const PARTY = need('party', '当事人（案件当事人登记编号）', 'Party, by the id of its entry in the case');
const GROUND = need('ground', '事由', 'Ground');
const FACTS = need('facts', '事实', 'Facts');
const PROVISIONS = need('provisions', '依据', 'Provisions');
const REMEDIES = need('remedies', '救济措施', 'Remedies');
const REASONS = need('reasons', '理由', 'Reasons');

const paper = (kind: string, zh: string, en: string, word: string, source: Basis, fields: readonly DocumentField[]): DocumentKind => ({
  kind: `listing-${kind}`, title: { zh, en }, word, fields, volume: 'main', visibility: 'case', valid: ['2021-09-01', null], source,
});

/** Documents of listings. */
export const LISTING_DOCUMENTS: readonly DocumentKind[] = [
  paper('notice', '拟列入严重违法失信名单告知书', 'Notice of an intended listing', '失信告', content('第十三条第一款'), [PARTY, GROUND, FACTS, PROVISIONS, need('rights', '依法享有的权利', 'Rights of the party')]),
  paper('decision', '列入严重违法失信名单决定书', 'Decision to list', '失信列', content('第十三条第一款'), [
    PARTY, GROUND, FACTS, PROVISIONS, need('base', '所依据的行政决定', 'Decision that it rests on'), need('effects', '惩戒措施提示', 'Effects'), need('removal', '移出条件和程序', 'How to be removed'), REMEDIES,
  ]),
  paper('removal', '移出严重违法失信名单决定书', 'Decision to remove', '失信移', content('第十八条、第二十一条'), [PARTY, REASONS, need('removedBy', '移出方式', 'On application, or by time')]),
  paper('cancellation', '撤销列入严重违法失信名单决定书', 'Decision to cancel a listing', '失信撤', content('第十九条'), [PARTY, REASONS]),
];
