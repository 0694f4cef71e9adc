import type { LocalizedText } from '../../../kernel/text.js';
import type { FactName, RoutingFacts } from '../domain/facts.js';
import type { FactWords } from '../domain/explain.js';

const t = (zh: string, en: string): LocalizedText => ({ zh, en });
const yesNo = { true: t('是', 'yes'), false: t('否', 'no') };
const places = {
  '445100': t('潮州市', 'Chaozhou'), '445102': t('湘桥区', 'Xiangqiao'), '445103': t('潮安区', 'Chao’an'), '445122': t('饶平县', 'Raoping'), 'CZ-FENGXI': t('枫溪区', 'Fengxi'), outside: t('本市以外', 'outside the city'),
};

/** How facts and their values are called in sentences. The compiler asks for every value. */
export const FACT_WORDS: FactWords & { readonly [Fact in FactName]: { readonly values: Readonly<Record<`${RoutingFacts[Fact]}`, LocalizedText>> } } = {
  classification: { name: t('性质', 'what it is'), values: {
    report: t('举报', 'a report'), 'consumer-complaint': t('消费者投诉', 'a consumer complaint'), 'right-holder-request': t('权利人请求处理', 'a request of a right holder'), 'patent-adjudication': t('专利侵权裁决请求', 'a request for patent adjudication'),
    'patent-mediation': t('专利纠纷调解请求', 'a request for patent mediation'), 'copyright-complaint': t('版权投诉', 'a copyright complaint'), 'plant-variety-request': t('植物新品种请求', 'a request about a plant variety'),
    'customs-clue': t('海关线索', 'a clue for customs'), 'transfer-in': t('其他部门移送', 'a transfer from another agency'), assignment: t('上级交办', 'an assignment from above'), consultation: t('咨询', 'a question'), 'out-of-scope': t('不属于处理范围', 'out of scope'),
  } },
  matter: { name: t('事项', 'matter'), values: {
    infringement: t('侵权', 'infringement'), counterfeit: t('假冒', 'counterfeiting'), 'consumer-dispute': t('消费争议', 'a consumer dispute'), ownership: t('权属', 'ownership'), validity: t('权利效力', 'validity'),
    'agency-misconduct': t('代理违法', 'misconduct of an agency'), 'gi-misuse': t('冒用地理标志', 'misuse of a geographical indication'), advertising: t('广告', 'advertising'), 'information-disclosure': t('信息公开', 'disclosure of information'),
    'administrative-review': t('行政复议', 'reconsideration'), petition: t('信访', 'a petition'), discipline: t('检举控告', 'discipline'), other: t('其他', 'something else'),
  } },
  rightType: { name: t('权利类型', 'right'), values: {
    trademark: t('商标', 'trademark'), patent: t('专利', 'patent'), copyright: t('著作权', 'copyright'), geographical_indication: t('地理标志', 'geographical indication'), trade_secret_technical: t('技术秘密', 'technical secret'),
    trade_secret_business: t('经营秘密', 'business secret'), unfair_competition: t('不正当竞争', 'unfair competition'), plant_variety: t('植物新品种', 'plant variety'), layout_design: t('布图设计', 'layout design'), special_mark: t('特殊标志', 'special mark'), none: t('未涉及', 'none'),
  } },
  variety: { name: t('品种主管', 'kind of variety'), values: { none: t('未注明', 'not told'), agriculture: t('农业', 'agriculture'), forestry: t('林业', 'forestry') } },
  region: { name: t('地点', 'place'), values: places },
  platformRegion: { name: t('平台住所地', 'seat of the platform'), values: { ...places, none: t('无或者不明', 'none, or not known') } },
  venue: { name: t('场所', 'venue'), values: {
    none: t('未注明', 'not told'), physical: t('实体店', 'a shop'), platform: t('电商平台', 'a platform'), 'own-website': t('自建网站', 'its own website'), 'live-stream': t('直播', 'a live stream'), 'trade-fair': t('展会', 'a trade fair'), market: t('市场', 'a market'),
  } },
  targetRole: { name: t('被投诉举报人身份', 'role of the party'), values: { merchant: t('经营者', 'merchant'), 'platform-operator': t('平台经营者', 'operator of the platform'), advertiser: t('广告主', 'advertiser'), 'intermediary-agency': t('代理机构', 'intermediary agency') } },
  addressShown: { name: t('平台公示地址可联系', 'address shown and reachable'), values: yesNo },
  border: { name: t('进出境货物', 'goods at the border'), values: yesNo },
  channel: { name: t('渠道', 'channel'), values: {
    'hotline-12345': t('12345热线', '12345 hotline'), 'hotline-12315': t('12315', '12315'), window: t('窗口', 'window'), mail: t('邮寄', 'mail'), web: t('网站', 'web'), platform: t('电商平台', 'e-commerce platform'), 'trade-fair-desk': t('展会投诉站', 'trade-fair desk'),
    'rapid-centre': t('快速维权中心', 'rapid protection centre'), 'agency-transfer': t('部门移送', 'transfer from an agency'), 'superior-assignment': t('上级交办', 'assignment from above'), patrol: t('巡查', 'patrol'),
  } },
  priorProceedings: { name: t('其他程序', 'other proceedings'), values: { none: t('无', 'none'), sued: t('已起诉', 'sued'), arbitration: t('仲裁', 'arbitration'), 'other-agency': t('其他部门处理', 'another agency'), 'consumer-association': t('消费者协会处理', 'the consumer association'), 'other-mode-agreed': t('约定其他方式', 'another way agreed') } },
  bothWilling: { name: t('双方愿意人民调解', 'both want people’s mediation'), values: yesNo },
  crime: { name: t('涉嫌犯罪', 'suspicion of a crime'), values: { none: t('无', 'none'), 'threshold-met': t('数额达到标准', 'a threshold is reached'), suspected: t('有合理嫌疑', 'reasonable suspicion') } },
  repeatInfringer: { name: t('重复侵权', 'infringed before'), values: yesNo },
  foreignRelated: { name: t('涉外、涉港澳台', 'party from abroad, Hong Kong, Macao or Taiwan'), values: yesNo },
  severalCities: { name: t('跨市且有重大影响', 'several cities with major effect'), values: yesNo },
  intakeLaw: { name: t('收到之日的投诉举报办法', 'order in force on receipt'), values: { 'order-121': t('总局令第121号', 'Order 121'), 'order-20': t('总局令第20号', 'Order 20') } },
  identityComplete: { name: t('身份材料齐全', 'papers of identity complete'), values: yesNo },
};
