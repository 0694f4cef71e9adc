/** What people write for the codes of a submission. Keys are Chinese or Latin text of the files, values are the codes. */

type Codes = Readonly<Record<string, string>>;

/** 12345 业务类型 and the words of the official forms. */
export const REQUEST_TYPE: Codes = { 咨询: 'consultation', 求助: 'assistance', 建议: 'suggestion', 投诉: 'complaint', 举报: 'report', 表扬: 'praise' };

export const CHANNEL: Codes = {
  '12345': 'hotline-12345', '12345热线': 'hotline-12345', '12315': 'hotline-12315', '12315热线': 'hotline-12315', 窗口: 'window', 来访: 'window', 信函: 'mail', 来信: 'mail', 网站: 'web', 网络: 'web',
  电商平台: 'platform', 平台: 'platform', 展会: 'trade-fair-desk', 快维中心: 'rapid-centre', 快速维权中心: 'rapid-centre', 部门移送: 'agency-transfer', 移送: 'agency-transfer',
  上级交办: 'superior-assignment', 交办: 'superior-assignment', 巡查: 'patrol',
};

export const REGION: Codes = {
  潮州市: '445100', 潮州: '445100', 市级: '445100', 湘桥区: '445102', 湘桥: '445102', 潮安区: '445103', 潮安: '445103', 饶平县: '445122', 饶平: '445122', 枫溪区: 'CZ-FENGXI', 枫溪: 'CZ-FENGXI', 市外: 'outside', 外地: 'outside', 外市: 'outside',
};

export const MATTER: Codes = {
  侵权: 'infringement', 假冒: 'counterfeit', 消费纠纷: 'consumer-dispute', 消费争议: 'consumer-dispute', 权属纠纷: 'ownership', 权属: 'ownership', 效力: 'validity', 权利效力: 'validity', 代理机构: 'agency-misconduct', 代理违规: 'agency-misconduct',
  地理标志滥用: 'gi-misuse', 滥用地理标志: 'gi-misuse', 广告: 'advertising', 虚假广告: 'advertising', 信息公开: 'information-disclosure', 行政复议: 'administrative-review', 信访: 'petition', 纪检: 'discipline', 纪检监察: 'discipline', 其他: 'other',
};

export const RIGHT_TYPE: Codes = {
  商标: 'trademark', 专利: 'patent', 著作权: 'copyright', 版权: 'copyright', 地理标志: 'geographical_indication', 技术秘密: 'trade_secret_technical', 经营秘密: 'trade_secret_business', 不正当竞争: 'unfair_competition',
  植物新品种: 'plant_variety', 集成电路布图设计: 'layout_design', 布图设计: 'layout_design', 特殊标志: 'special_mark', 无: 'none', 不涉及: 'none',
};

export const HOLDER: Codes = { 权利人: 'self', 本人: 'self', 代理人: 'agent', 无: 'none', 否: 'none', 不是: 'none' };

export const DOCUMENT_TYPE: Codes = { 身份证: 'resident-id', 居民身份证: 'resident-id', 护照: 'passport', 营业执照: 'organisation', 统一社会信用代码: 'organisation', 其他: 'other' };

export const ASK: Codes = { 调解: 'settle-dispute', 解决争议: 'settle-dispute', 查处: 'investigate', 行政裁决: 'adjudicate', 裁决: 'adjudicate', 专利调解: 'mediate', 咨询: 'inform' };

/** 投诉请求, note 4 of 投诉登记表. */
export const CLAIM: Codes = {
  修理: 'repair', 重作: 'redo', 更换: 'replace', 退货: 'return', 补足商品数量: 'make-up-quantity', 补足数量: 'make-up-quantity', 退还货款: 'refund', 退还货款和服务费用: 'refund', 退款: 'refund', 赔偿损失: 'compensation', 赔偿: 'compensation',
};

export const VENUE: Codes = { 实体店: 'physical', 门店: 'physical', 电商平台: 'platform', 平台: 'platform', 自建网站: 'own-website', 直播: 'live-stream', 直播间: 'live-stream', 展会: 'trade-fair', 市场: 'market', 集贸市场: 'market' };

export const ROLE: Codes = { 经营者: 'merchant', 商家: 'merchant', 平台经营者: 'platform-operator', 广告主: 'advertiser', 代理机构: 'intermediary-agency' };

export const PRIOR: Codes = { 无: 'none', 已起诉: 'sued', 已诉讼: 'sued', 仲裁: 'arbitration', 其他机关已处理: 'other-agency', 消协已处理: 'consumer-association', 约定其他方式: 'other-mode-agreed' };

export const LICENCE: Codes = { 独占许可: 'exclusive', 独占: 'exclusive', 排他许可: 'sole', 排他: 'sole', 普通许可: 'ordinary', 普通: 'ordinary' };

export const VARIETY: Codes = { 农业: 'agriculture', 林业: 'forestry' };
