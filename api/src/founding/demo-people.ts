import type { AreaFacts, HouseholdFacts, PersonFacts, PostFacts } from '../intake/roster-shape.ts';
import { pick, seeded } from './chance.ts';

/** Everybody of the demo is invented; the numbers begin with prefixes that were never issued. */
const SEED = 20260317;
const FAMILY_NAMES = [...'田冉向彭张杨罗石安代吴周陈任覃唐龙谢黄秦'];
const GIVEN_WOMEN =
  '秀英 玉珍 冬兰 桂芳 春梅 小红 玉莲 秀芝 凤英 丽华 晓燕 佳慧 雪琴 金凤 素芬'.split(' ');
const GIVEN_MEN =
  '光华 世智 卫东 建国 明强 玉全 海军 国高 永福 志刚 德贵 文斌 小龙 家兴 大山'.split(' ');
const TOWNS = ['永和乡', '白岩乡', '龙洞镇', '清水乡'];
const VILLAGES = ['田家寨村', '火烧桥村', '大坪村', '岩脚村'];
const PHONE_PREFIXES = ['154', '161', '163', '164'];

export interface DemoPeople {
  readonly areas: AreaFacts[];
  readonly households: HouseholdFacts[];
  readonly people: PersonFacts[];
  readonly posts: PostFacts[];
}

const SITES = [
  {
    code: '01',
    name: '春晖社区',
    township: '城关街道',
    address: '迎宾大道 108 号',
    grids: 2,
    clusters: 4,
  },
  {
    code: '02',
    name: '思源社区',
    township: '城关街道',
    address: '书院路 66 号',
    grids: 1,
    clusters: 4,
  },
] as const;
const HOMES_A_CLUSTER = 10;

/** Two sites, three grids, twelve clusters, a hundred and twenty homes. */
export function demoPeople(): DemoPeople {
  const random = seeded(SEED);
  const made: DemoPeople = { areas: [], households: [], people: [], posts: [] };
  for (const site of SITES) {
    made.areas.push(siteFacts(site));
    for (let grid = 1; grid <= site.grids; grid++) {
      const gridCode = `${site.code}${String(grid).padStart(2, '0')}`;
      made.areas.push(
        areaFacts('grid', gridCode, `${site.name}第${'一二三'[grid - 1]}网格`, site.code),
      );
      for (let cluster = 1; cluster <= site.clusters; cluster++) {
        addCluster(made, random, gridCode, cluster);
      }
    }
  }
  addPosts(made);
  return made;
}

function siteFacts(site: (typeof SITES)[number]): AreaFacts {
  return {
    ...areaFacts('site', site.code, site.name, null),
    township: site.township,
    address: site.address,
    partyOrganization: '单独建',
    branchName: `${site.name}文明储蓄所`,
    redemptionDays: '每月5、10、15、20、25、30日',
  };
}

function areaFacts(
  kind: AreaFacts['kind'],
  code: string,
  name: string,
  parentCode: string | null,
): AreaFacts {
  return { kind, code, name, parentCode };
}

function addCluster(
  made: DemoPeople,
  random: () => number,
  gridCode: string,
  cluster: number,
): void {
  const clusterCode = `${gridCode}-${String(cluster).padStart(2, '0')}`;
  made.areas.push(areaFacts('cluster', clusterCode, `第 ${cluster} 联户`, gridCode));
  for (let home = 0; home < HOMES_A_CLUSTER; home++) {
    const number = (cluster - 1) * HOMES_A_CLUSTER + home + 1;
    const householdCode = `${gridCode}${String(number).padStart(4, '0')}`;
    made.households.push({
      householdCode,
      siteCode: gridCode.slice(0, 2),
      gridCode,
      clusterCode,
      building: `${cluster}栋`,
      unit: `${(home % 2) + 1}单元`,
      room: `${Math.floor(home / 2) + 1}0${(home % 2) + 1}`,
      hasSubsistenceAllowance: random() < 0.18,
    });
    made.people.push(...household(random, householdCode));
  }
}

interface Home {
  readonly householdCode: string;
  readonly family: string;
  readonly town: string;
  readonly village: string;
  readonly isElderAlone: boolean;
}

function household(random: () => number, householdCode: string): PersonFacts[] {
  const isElderAlone = random() < 0.08;
  const home: Home = {
    householdCode,
    family: pick(random, FAMILY_NAMES),
    town: pick(random, TOWNS),
    village: pick(random, VILLAGES),
    isElderAlone,
  };
  const count = isElderAlone ? 1 : 2 + Math.floor(random() * 4);
  const relations = ['户主', '配偶', '子', '女', '母亲'] as const;
  return relations.slice(0, count).map((relation, at) => member(random, home, relation, at));
}

/** Who married in keeps a family name of her own. */
const MARRIED_IN: ReadonlySet<string> = new Set(['配偶', '母亲']);

function member(
  random: () => number,
  home: Home,
  relation: PersonFacts['relation'],
  at: number,
): PersonFacts {
  const isWoman = relation === '户主' ? random() < 0.4 : relation !== '子';
  const familyName = MARRIED_IN.has(relation) ? pick(random, FAMILY_NAMES) : home.family;
  const age = ageOf(relation, home.isElderAlone, random);
  const hasPhone = at < 2 && !home.isElderAlone;
  return {
    personCode: `${home.householdCode}${String(at + 1).padStart(2, '0')}`,
    householdCode: home.householdCode,
    name: `${familyName}${pick(random, isWoman ? GIVEN_WOMEN : GIVEN_MEN)}`,
    relation,
    gender: isWoman ? '女' : '男',
    ethnicity: pick(random, ['土家族', '苗族', '汉族', '仡佬族']),
    bornOn: `${2026 - age}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    phone: hasPhone ? phone(random) : null,
    originTownship: home.town,
    originVillage: home.village,
    isElderLivingAlone: home.isElderAlone,
    ...flags(random, age),
    movedInOn: '2019-06-01',
    note: null,
  };
}

function flags(random: () => number, age: number) {
  return {
    isLeftBehindChild: age < 14 && random() < 0.2,
    isDisabled: random() < 0.04,
    isPartyMember: age > 25 && random() < 0.08,
  };
}

function ageOf(relation: string, isElderAlone: boolean, random: () => number): number {
  if (isElderAlone) return 70 + Math.floor(random() * 15);
  if (relation === '母亲') return 68 + Math.floor(random() * 12);
  if (relation === '子' || relation === '女') return 6 + Math.floor(random() * 14);
  return 34 + Math.floor(random() * 20);
}

function phone(random: () => number): string {
  return `${pick(random, PHONE_PREFIXES)}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
}

type Staff = readonly [PostFacts['role'], string, string | null, string | null, string];

const STAFF: readonly Staff[] = [
  ['网格员', '杨玉全', '01', '0101', '春晖社区'],
  ['网格员', '吴佳慧', '01', '0102', '春晖社区'],
  ['网格员', '谢晓燕', '02', '0201', '思源社区'],
  ['储蓄所管理员', '冉小华', '01', null, '春晖社区'],
  ['储蓄所管理员', '秦文斌', '02', null, '思源社区'],
  ['社区干部', '罗丽华', '01', null, '春晖社区'],
  ['社区干部', '黄建国', '02', null, '思源社区'],
  ['驻村干部', '李海军', '01', null, '县财政局'],
  ['西部计划志愿者', '石雪琴', '01', null, '团县委'],
  ['社区干部', '覃光明', '01', null, '春晖社区'],
];

function addPosts(made: DemoPeople): void {
  STAFF.forEach(([role, name, siteCode, gridCode, organization], at) => {
    made.posts.push({
      ...blankPost(role, name, organization),
      staffNumber: `G${String(at + 1).padStart(4, '0')}`,
      siteCode,
      gridCode,
      phone: `1640000${String(1000 + at)}`,
    });
  });
  for (const { code } of made.areas.filter(({ kind }) => kind === 'cluster')) {
    const home = made.households.find(({ clusterCode }) => clusterCode === code);
    const lead = made.people.find(({ householdCode }) => householdCode === home?.householdCode);
    if (!lead) continue;
    made.posts.push({
      ...blankPost('联户长', lead.name, null),
      staffNumber: `L${code}`,
      siteCode: code.slice(0, 2),
      gridCode: code.slice(0, 4),
      clusterCode: code,
      personCode: lead.personCode,
      phone: lead.phone,
    });
  }
}

function blankPost(role: PostFacts['role'], name: string, organization: string | null): PostFacts {
  return {
    staffNumber: '',
    name,
    gender: null,
    role,
    organization,
    siteCode: null,
    gridCode: null,
    clusterCode: null,
    personCode: null,
    phone: null,
    termFrom: '2025-01-01',
    termTo: null,
    note: null,
  };
}
