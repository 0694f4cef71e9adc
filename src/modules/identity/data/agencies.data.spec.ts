import { describe, expect, it } from '@jest/globals';
import { ANNEX_AGENCIES } from './agencies.annex.data.js';
import { AGENCIES, type Agency } from './agencies.data.js';
import { REGIONS } from './regions.data.js';

const byCode = new Map<string, Agency>(AGENCIES.map((agency) => [agency.code, agency]));

describe('agencies', () => {
  it('have stable kebab codes, each once', () => {
    expect(byCode.size).toBe(AGENCIES.length);
    for (const agency of AGENCIES) expect(agency.code).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)+$/);
  });

  it('have parents that exist, and no chain of parents comes back to its start', () => {
    for (const agency of AGENCIES) {
      const seen = new Set<string>();
      for (let at: Agency | undefined = agency; at !== undefined; at = at.parent === null ? undefined : byCode.get(at.parent)) {
        expect(seen.has(at.code)).toBe(false);
        seen.add(at.code);
        if (at.parent !== null) expect(byCode.has(at.parent)).toBe(true);
      }
    }
  });

  it('serve a region that exists, at the level of that region', () => {
    const regions = new Map(REGIONS.map((region) => [region.code as string, region]));
    for (const agency of AGENCIES) expect(regions.get(agency.region)?.level).toBe(agency.level);
  });

  it('hold both names, a current name and its source', () => {
    for (const { name, currentName } of AGENCIES) for (const text of [name.zh, name.en, currentName.zh, currentName.source]) expect(text.trim()).not.toBe('');
  });

  it('name nobody twice: no printed, current or other name belongs to two agencies', () => {
    const owners = new Map<string, string>();
    for (const agency of AGENCIES) {
      for (const name of new Set([agency.name.zh, agency.currentName.zh, ...agency.alsoKnownAs, ...(agency.nameIn2021 === null ? [] : [agency.nameIn2021])])) {
        expect([name, owners.get(name) ?? agency.code]).toEqual([name, agency.code]);
        owners.set(name, agency.code);
      }
    }
  });

  it('include the 31 that the responsibility table prints, and no other with a name of 2021', () => {
    // Typed from the table, not from the data.
    const printed = [
      '市公安局', '市市场监管局(市知识产权局)', '市法院', '市检察院', '市委宣传部(市版权局)', '市司法局', '市农业农村局', '市文化广电旅游体育局', '市林业局',
      '潮州海关', '市发展改革局', '人民银行潮州中支', '市人大常委会法工委', '市工业和信息化局', '市人大常委会办公室', '市政协文教体卫史委',
      '市人大常委会教育科学文化卫生工委', '市商务局', '市工商联', '市政务服务数据管理局', '市科技局', '市国资委', '韩山师范学院', '市委政法委', '市委网信办',
      '市民政局', '潮州银保监分局', '市委外办', '市人力资源社会保障局', '市教育局', '市委组织部',
    ];
    expect(printed).toHaveLength(31);
    expect(ANNEX_AGENCIES.map((agency) => agency.nameIn2021 as string).sort()).toEqual([...printed].sort());
    expect(AGENCIES.filter((agency) => agency.nameIn2021 !== null)).toHaveLength(31);
  });

  it.each([
    ['cz-government-data', '市政务服务数据管理局', '潮州市政务和数据局'],
    ['nfra-chaozhou', '潮州银保监分局', '国家金融监督管理总局潮州监管分局'],
    ['pbc-chaozhou', '人民银行潮州中支', '中国人民银行潮州市分行'],
  ])('%s was renamed since 2021, still answers to its old name, and the new one is unverified with a note', (code, then, now) => {
    const agency = byCode.get(code);
    expect(agency).toMatchObject({ nameIn2021: then, currentName: { zh: now, status: 'unverified' } });
    expect(agency?.alsoKnownAs).toContain(then);
    expect(agency?.currentName.note).toBeTruthy();
  });

  it('say in a note why a current name is unverified', () => {
    const silent = AGENCIES.filter((agency) => agency.currentName.status === 'unverified' && (agency.currentName.note ?? '').trim() === '');
    expect(silent.map((agency) => agency.code)).toEqual([]);
  });

  it('put the intake desk and the county offices under the city market regulator', () => {
    const under = AGENCIES.filter((agency) => agency.parent === 'cz-market-regulation').map((agency) => agency.code).sort();
    expect(under).toEqual(['chaoan-market-regulation', 'cz-ip-intake', 'cz-ip-rapid-centre', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation']);
  });

  it('give the mediation committee no superior, and mark only the Guangzhou court as outside', () => {
    expect(byCode.get('cz-ip-mediation-committee')).toMatchObject({ parent: null, kind: 'mediation' });
    expect(AGENCIES.filter((agency) => agency.outside === true).map((agency) => agency.code)).toEqual(['guangzhou-ip-court']);
  });
});
