import type { ClusterDraft } from './area-lines';
import type { HomeDraft } from './household-facts';
import type { OwnValues, PersonDraft, WholeValues } from './person-lines';
import type { PostDraft } from './posts';
import type { HouseholdFacts, Read, ReadPerson, WaitingCodes } from './roster-shape';

/** Homes of which at least the householder was taken. */
export function collectHouseholds(homes: readonly HomeDraft[]): Read<HouseholdFacts>[] {
  return homes.flatMap(({ householdCode, members }) => {
    const head = members.find(({ reader, own }) => reader.isTaken && own.relation === '户主');
    const clusterCode = head?.home.clusterCode;
    if (head === undefined || typeof clusterCode !== 'string') return [];
    const { building, unit, room, hasSubsistenceAllowance } = head.home;
    return [
      {
        householdCode,
        siteCode: householdCode.slice(0, 2),
        gridCode: householdCode.slice(0, 4),
        clusterCode,
        building: building ?? null,
        unit: unit ?? null,
        room: room ?? null,
        hasSubsistenceAllowance: hasSubsistenceAllowance ?? false,
        source: head.reader.source,
        notStated: head.notStated,
      },
    ];
  });
}

/** People whose lines were taken. */
export function collectPeople(homes: readonly HomeDraft[]): ReadPerson[] {
  return homes.flatMap(({ members }) => members.flatMap(personOf));
}

function personOf({
  reader,
  householdCode,
  personCode,
  own,
  notStated,
}: PersonDraft): ReadPerson[] {
  if (!reader.isTaken || householdCode === undefined || personCode === undefined) return [];
  // Every field of a taken line was sound: a field without a value would have stopped its line.
  if (!isWhole(own)) return [];
  return [{ personCode, householdCode, ...own, source: reader.source, notStated }];
}

function isWhole(own: OwnValues): own is WholeValues {
  return Object.values(own).every((value) => value !== undefined);
}

/** Codes on lines that wait or were refused: they are in the file, so nothing may call them absent. */
export function collectWaiting(
  people: readonly PersonDraft[],
  clusters: readonly ClusterDraft[],
  posts: readonly PostDraft[],
): WaitingCodes {
  const waiting = <
    Draft extends { readonly reader: { readonly account: { readonly outcome: string } } },
  >(
    drafts: readonly Draft[],
  ) => drafts.filter(({ reader }) => ['asked', 'refused'].includes(reader.account.outcome));
  return {
    households: [...new Set(waiting(people).flatMap(({ householdCode }) => householdCode ?? []))],
    people: waiting(people).flatMap(({ personCode }) => personCode ?? []),
    clusters: waiting(clusters).flatMap(({ clusterCode }) => clusterCode ?? []),
    staffNumbers: waiting(posts).flatMap(({ facts }) => facts.staffNumber ?? []),
  };
}
