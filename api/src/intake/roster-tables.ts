import type { TableShape } from './headings';

export type PersonField =
  | 'sequence'
  | 'householdCode'
  | 'personCode'
  | 'site'
  | 'grid'
  | 'clusterCode'
  | 'building'
  | 'unit'
  | 'room'
  | 'name'
  | 'relation'
  | 'gender'
  | 'ethnicity'
  | 'bornOn'
  | 'phone'
  | 'originTownship'
  | 'originVillage'
  | 'hasSubsistenceAllowance'
  | 'isLeftBehindChild'
  | 'isElderLivingAlone'
  | 'isDisabled'
  | 'isPartyMember'
  | 'movedInOn'
  | 'note';

/** 家庭花名册: one line is a person. */
export const PEOPLE_TABLE: TableShape<PersonField> = {
  fields: {
    sequence: { heading: '序号', also: ['编号', '行号', 'NO', '号'] },
    householdCode: { heading: '户编号', also: ['户号', '家庭编号', '户编码'], carriesDown: true },
    personCode: { heading: '人员编号', also: ['人员编码', '个人编号', '成员编号'] },
    site: {
      heading: '安置点',
      also: ['安置点名称', '所在安置点', '社区', '所属安置点'],
      carriesDown: true,
    },
    grid: { heading: '网格', also: ['网格名称', '所属网格', '所在网格'], carriesDown: true },
    clusterCode: { heading: '联户编号', also: ['联户', '联户号', '所属联户'], carriesDown: true },
    building: {
      heading: '楼栋',
      also: ['栋', '楼号', '栋号', '幢号', '楼栋号'],
      carriesDown: true,
    },
    unit: { heading: '单元', also: ['单元号'], carriesDown: true },
    room: { heading: '房号', also: ['室', '室号', '房间号', '门牌号'], carriesDown: true },
    name: { heading: '姓名', also: ['成员姓名', '家庭成员姓名', '居民姓名'] },
    relation: { heading: '与户主关系', also: ['与户主的关系', '户主关系', '家庭关系', '关系'] },
    gender: { heading: '性别' },
    ethnicity: { heading: '民族', carriesDown: true },
    bornOn: { heading: '出生日期', also: ['出生年月日', '生日', '出生年月', '出生时间'] },
    phone: {
      heading: '联系电话',
      also: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
      carriesDown: true,
    },
    originTownship: {
      heading: '原住乡镇',
      also: ['原乡镇', '迁出乡镇', '搬迁前乡镇', '原籍乡镇'],
      carriesDown: true,
    },
    originVillage: {
      heading: '原住村',
      also: ['原村', '迁出村', '搬迁前村', '原籍村'],
      carriesDown: true,
    },
    hasSubsistenceAllowance: {
      heading: '低保',
      also: ['是否低保', '低保户', '是否低保户'],
      carriesDown: true,
    },
    isLeftBehindChild: { heading: '留守儿童', also: ['是否留守儿童'] },
    isElderLivingAlone: { heading: '独居老人', also: ['是否独居老人'] },
    isDisabled: { heading: '残疾', also: ['是否残疾', '残疾人'] },
    isPartyMember: { heading: '党员', also: ['是否党员', '中共党员'] },
    movedInOn: {
      heading: '入住日期',
      also: ['入住时间', '搬迁入住日期', '搬迁入住时间'],
      carriesDown: true,
    },
    note: { heading: '备注', also: ['说明'] },
  },
  required: ['name', 'relation', 'householdCode'],
  knownMin: 6,
};

export type ClusterField =
  | 'siteCode'
  | 'site'
  | 'gridCode'
  | 'grid'
  | 'gridWorkers'
  | 'clusterCode'
  | 'clusterName'
  | 'householdCount'
  | 'peopleCount'
  | 'lead'
  | 'leadHouseholdCode'
  | 'leadPersonCode'
  | 'phone'
  | 'electedOn'
  | 'termEndsOn';

/** 网格与联户: one line is a cluster with its elected lead. */
export const CLUSTER_TABLE: TableShape<ClusterField> = {
  fields: {
    siteCode: { heading: '安置点编号', also: ['安置点编码'], carriesDown: true },
    site: { heading: '安置点', also: ['安置点名称', '社区'], carriesDown: true },
    gridCode: { heading: '网格编号', also: ['网格编码'], carriesDown: true },
    grid: { heading: '网格', also: ['网格名称'], carriesDown: true },
    gridWorkers: { heading: '网格员', also: ['网格员姓名'], carriesDown: true },
    clusterCode: { heading: '联户编号', also: ['联户号', '联户'] },
    clusterName: { heading: '联户名称' },
    householdCount: { heading: '户数' },
    peopleCount: { heading: '人数' },
    lead: { heading: '联户长', also: ['联户长姓名'] },
    leadHouseholdCode: { heading: '联户长户编号', also: ['户编号'] },
    leadPersonCode: { heading: '联户长人员编号', also: ['人员编号'] },
    phone: { heading: '联系电话', also: ['电话', '联户长电话', '手机号'] },
    electedOn: { heading: '当选日期', also: ['任期自', '当选时间'] },
    termEndsOn: { heading: '任期至', also: ['届满日期'] },
  },
  required: ['clusterCode', 'lead'],
  knownMin: 5,
};

export type PostField =
  | 'staffNumber'
  | 'name'
  | 'gender'
  | 'role'
  | 'organization'
  | 'site'
  | 'grid'
  | 'clusterCode'
  | 'personCode'
  | 'phone'
  | 'termFrom'
  | 'termTo'
  | 'note';

/** 工作人员: one line is a post. */
export const POST_TABLE: TableShape<PostField> = {
  fields: {
    staffNumber: { heading: '工号', also: ['工作人员编号', '岗位编号'] },
    name: { heading: '姓名' },
    gender: { heading: '性别' },
    role: { heading: '角色', also: ['岗位', '职务', '身份'], carriesDown: true },
    organization: { heading: '单位', also: ['所在单位', '派出单位'], carriesDown: true },
    site: { heading: '安置点', also: ['安置点名称', '社区'], carriesDown: true },
    grid: { heading: '网格', also: ['网格名称'], carriesDown: true },
    clusterCode: { heading: '联户编号', also: ['联户', '联户号'] },
    personCode: { heading: '人员编号' },
    phone: { heading: '联系电话', also: ['电话', '手机', '手机号'] },
    termFrom: { heading: '任期自', also: ['任职日期', '起始日期'], carriesDown: true },
    termTo: { heading: '任期至', also: ['离任日期', '届满日期'], carriesDown: true },
    note: { heading: '备注', also: ['说明'] },
  },
  required: ['staffNumber', 'name', 'role'],
  knownMin: 4,
};

export type SiteField =
  | 'siteCode'
  | 'site'
  | 'township'
  | 'address'
  | 'gridCount'
  | 'clusterCount'
  | 'householdCount'
  | 'peopleCount'
  | 'partyOrganization'
  | 'branchName'
  | 'redemptionDays';

/** 安置点: one line is a site. */
export const SITE_TABLE: TableShape<SiteField> = {
  fields: {
    siteCode: { heading: '安置点编号', also: ['安置点编码', '编号'] },
    site: { heading: '安置点', also: ['安置点名称', '名称'] },
    township: {
      heading: '所在街道乡镇',
      also: ['街道乡镇', '所在乡镇', '乡镇街道'],
      carriesDown: true,
    },
    address: { heading: '地址', also: ['详细地址'] },
    gridCount: { heading: '网格数' },
    clusterCount: { heading: '联户数' },
    householdCount: { heading: '户数' },
    peopleCount: { heading: '人数' },
    partyOrganization: { heading: '党组织组建方式', carriesDown: true },
    branchName: { heading: '储蓄所', also: ['储蓄所名称'] },
    redemptionDays: { heading: '固定兑换日', also: ['兑换日'], carriesDown: true },
  },
  required: ['siteCode', 'site', 'address'],
  knownMin: 4,
};
