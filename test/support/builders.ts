let made = 0;

/** A valid report of trademark infringement over the 12345 line; every one with its own number. Identities are synthetic. */
export function report(more: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1;
  return {
    channel: 'hotline-12345', sourceSystem: 'GD12345', externalNumber: `T-${process.pid}-${Date.now()}-${made}`, requestType: 'report', region: '445103', matter: 'infringement',
    realName: true, reporter: { name: '陈测试', phone: '13800000000' }, target: { name: '潮州市潮安区某不锈钢制品厂（测试）', uscc: '91445103MA00TQT27J' },
    right: { type: 'trademark', number: '12345678', holder: 'none' }, facts: '市场上出售标有他人注册商标的餐具，疑为侵权商品。', ...more,
  };
}

/** A valid consumer complaint. */
export function consumerComplaint(more: Record<string, unknown> = {}): Record<string, unknown> {
  return report({
    requestType: 'complaint', matter: 'consumer-dispute', livingConsumption: true, right: { type: 'none', holder: 'none' },
    reporter: { name: '欧阳测试', phone: '139-0000-0000', address: '广东省潮州市湘桥区测试路1号', documentType: 'resident-id', documentNumber: '445102190001010011' },
    target: { name: '潮州市潮安区某餐具店（测试）', address: '潮安区彩塘镇测试街2号' }, facts: '购买餐具与宣传不符，要求退款。', ...more,
  });
}
