import { accessGrants, accessPins, accessSessions } from '@bank/db/schema/access';
import {
  communityAreas,
  communityCards,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import { auditEntries } from '@bank/db/schema/platform';
import { sayDay, sayMoment } from '@bank/shared/calendar';
import { ReadWhatIsKept } from '@bank/shared/contracts/access';
import { maskPhone } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { ROLES } from '@bank/shared/roles';
import { roleName } from '@bank/shared/vocabulary';
import { and, desc, eq } from 'drizzle-orm';
import type { PersonActor } from '../platform/context.ts';
import { query, type Window } from '../platform/query.ts';

/** What one room keeps about a person, in words: what, why, line by line. */
export interface KeptSection {
  readonly title: string;
  readonly why: string;
  readonly lines: { readonly label: string; readonly value: string }[];
}

/** Each room that knows people tells what it knows of one. */
export type Keeper = (window: Window, person: PersonActor) => Promise<KeptSection>;

const LINES_MAX = 200;
const NOT_TOLD = '没有登记';

/**
 * 留着我的哪些信息: read from every room that knows this person. `sayCommand` turns the name of a
 * command into words.
 */
export function readWhatIsKept(keepers: readonly Keeper[], sayCommand: (id: string) => string) {
  return query(ReadWhatIsKept, async (window) => {
    const { actor } = window;
    if (actor.kind !== 'person' && actor.kind !== 'visitor') {
      return refuse({ code: 'request/not-signed-in', facts: NO_FACTS });
    }
    const own = [sessions(window, actor.accountId)];
    if (actor.kind === 'person') {
      const all = [roster, home, doors, ...keepers];
      own.push(...all.map((keeper) => keeper(window, actor)), deeds(window, actor, sayCommand));
    }
    return accept({ madeAtMs: window.nowMs, sections: await Promise.all(own) });
  });
}

async function sessions(window: Window, accountId: string): Promise<KeptSection> {
  const open = await window.reader
    .select({ madeAtMs: accessSessions.madeAtMs, expiresAtMs: accessSessions.expiresAtMs })
    .from(accessSessions)
    .where(and(eq(accessSessions.accountId, accountId), eq(accessSessions.state, 'open')))
    .orderBy(desc(accessSessions.madeAtMs))
    .limit(LINES_MAX);
  return {
    title: '登录',
    why: '让这部手机认得您；退出就作废',
    lines: open.map((session) => ({
      label: `${sayMoment(session.madeAtMs)} 登录`,
      value: `${sayMoment(session.expiresAtMs)} 自己失效`,
    })),
  };
}

async function roster(window: Window, { personId }: PersonActor): Promise<KeptSection> {
  const [person] = await window.reader
    .select()
    .from(communityPeople)
    .where(eq(communityPeople.id, personId));
  return {
    title: '花名册',
    why: '社区按户发放积分和通知要用；有错找网格员改',
    lines: person ? rosterLines(person) : [],
  };
}

function rosterLines(person: typeof communityPeople.$inferSelect) {
  const flags = [
    person.isLeftBehindChild ? '留守儿童' : '',
    person.isLoneElder ? '独居老人' : '',
    person.isDisabled ? '残疾' : '',
    person.isPartyMember ? '党员' : '',
  ].filter((flag) => flag !== '');
  const birthday = (bornOn: string) => `${bornOn.slice(0, 4)} 年 ${sayDay(bornOn)}`;
  return [
    { label: '姓名', value: person.name },
    { label: '人员编号', value: person.code },
    { label: '与户主关系', value: person.relation },
    { label: '性别、民族', value: `${person.sex} ${person.ethnicity}` },
    { label: '出生日期', value: person.bornOn ? birthday(person.bornOn) : NOT_TOLD },
    { label: '电话', value: person.phone ? maskPhone(person.phone) : NOT_TOLD },
    { label: '原住', value: `${person.originTown}${person.originVillage}` || NOT_TOLD },
    { label: '标记', value: flags.join('、') || '没有' },
    { label: '备注', value: person.note || '没有' },
  ];
}

async function home(window: Window, { householdId }: PersonActor): Promise<KeptSection> {
  const [found] = await window.reader
    .select({ home: communityHouseholds, areaName: communityAreas.name })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(eq(communityHouseholds.id, householdId ?? ''));
  return {
    title: '您家',
    why: '存折是一户一本；积分的每一笔在「我的存折」里',
    lines: found
      ? [
          { label: '存折号', value: found.home.code },
          { label: '住在', value: `${found.home.building}${found.home.unit}${found.home.room}` },
          { label: '联户', value: found.areaName },
          { label: '低收入户', value: found.home.isLowIncome ? '是' : '不是' },
          { label: '备注', value: found.home.note || '没有' },
        ]
      : [],
  };
}

async function doors(window: Window, { personId }: PersonActor): Promise<KeptSection> {
  const [pins, cards, grants] = await Promise.all([
    window.reader.select({ id: accessPins.id }).from(accessPins).where(eq(accessPins.id, personId)),
    window.reader
      .select({ state: communityCards.state, madeAtMs: communityCards.madeAtMs })
      .from(communityCards)
      .where(eq(communityCards.personId, personId)),
    window.reader.select().from(accessGrants).where(eq(accessGrants.personId, personId)),
  ]);
  return {
    title: '密码、卡和岗位',
    why: '认得是您本人，知道您能办什么；密码只留一个算不回去的印子',
    lines: [
      { label: '密码', value: pins.length > 0 ? '设过' : '没有设' },
      ...cards.map(({ state, madeAtMs }) => ({
        label: `${sayMoment(madeAtMs)} 办的老人卡`,
        value: state === 'active' ? '在用' : '作废了',
      })),
      ...grants.map(({ role, fromOn, toOn }) => ({
        label: roleName(ROLES.find((known) => known === role) ?? 'resident'),
        value: `${sayDay(fromOn)} 起${toOn === null ? '' : `，${sayDay(toOn)} 止`}`,
      })),
    ],
  };
}

async function deeds(
  window: Window,
  { personId }: PersonActor,
  sayCommand: (id: string) => string,
): Promise<KeptSection> {
  const done = await window.reader
    .select({ command: auditEntries.command, atMs: auditEntries.atMs })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, personId), eq(auditEntries.outcome, 'done')))
    .orderBy(desc(auditEntries.atMs))
    .limit(LINES_MAX);
  return {
    title: '经您手办的事',
    why: '积分和货品都有账，谁办的要查得到',
    lines: done.map(({ command, atMs }) => ({
      label: sayMoment(atMs),
      value: sayCommand(command),
    })),
  };
}
