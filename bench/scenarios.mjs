/** The three requests that are measured, as a client sends them. `unique` makes a filing a new one; `id` is what to accept. */
export function requestOf(scenario, tokens, unique, id) {
  const common = (token) => ({ authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' });
  if (scenario === 'worklist') return { method: 'GET', path: '/v1/cases?limit=50', headers: common(tokens.officer) };
  if (scenario === 'accept') return { method: 'POST', path: `/v1/complaints/${id}/accept`, headers: { ...common(tokens.officer), 'idempotency-key': unique, 'if-match': '"1"' } };
  return { method: 'POST', path: '/v1/complaints', headers: { ...common(tokens.operator), 'idempotency-key': unique, 'content-type': 'application/json' }, body: JSON.stringify(complaint(unique)) };
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN = [...'一丁七万丈三上下不与丑专且世丘丙业丛东丝丞两严丧个中丰串临丸丹主丽举'];

/** Every filing has another person, made up from its key: nothing can be remembered from the one before. */
function complaint(unique) {
  const seed = Number.parseInt(unique.slice(0, 8), 16);
  const name = `${SURNAMES[seed % SURNAMES.length]}${GIVEN[(seed >> 4) & 31]}${GIVEN[(seed >> 9) & 31]}`;
  return {
    channel: 'hotline-12345', sourceSystem: 'GD12345', externalNumber: `BENCH-${unique}`, requestType: 'report', region: '445103', matter: 'infringement', realName: true,
    reporter: { name, phone: `139${String(seed % 100_000_000).padStart(8, '0')}` }, target: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' },
    right: { type: 'trademark', number: '12345678', holder: 'none' }, facts: '市场上出售标有他人注册商标的餐具，疑为侵权商品。',
  };
}
