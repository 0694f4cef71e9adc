/** The parts of a postal address as people write it; each may be empty. */
export interface AddressParts {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  /** Street, number, village: what leads to the door. */
  readonly detail: string;
}

const PROVINCE = '(\\p{Script=Han}{2,8}?(?:省|自治区|特别行政区))?';
const CITY = '(\\p{Script=Han}{1,8}?(?:市|自治州|地区|盟))?';
/** A 小区 or 社区 is somebody's home, not a district; a county beyond a town's name is part of a street name. */
const DISTRICT = '([^镇乡街道路村巷\\P{Script=Han}]{1,7}?(?<![小社园厂校景院片])[区县旗市])?';
const ADDRESS = new RegExp(`^${PROVINCE}\\s*${CITY}\\s*${DISTRICT}\\s*(.*)$`, 'su');

export function splitAddress(address: string): AddressParts {
  const [, province = '', city = '', district = '', detail = ''] = ADDRESS.exec(address.normalize('NFKC').trim()) ?? [];
  return { province, city, district, detail };
}
