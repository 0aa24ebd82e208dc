import { communityAreas } from '@bank/db/schema/community';
import { type ViewRow, view } from '@bank/db/view';
import {
  ListEvents,
  ListOwnOccasions,
  OWN_OCCASIONS_MAX,
  ReadEvent,
} from '@bank/shared/contracts/events';
import { AreaId, EventId, OccasionId, PersonId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { asc, eq } from 'drizzle-orm';
import { liesUnder } from '../community/area-paths.ts';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { FILE_COLUMNS, FILE_JOINS, fileOf, showOccasion, standingOf } from './store.ts';

const PROGRAMME_MAX = 100;
const SITE_LEVEL = 1;

/** How one person stands to occasions `o`. */
const MY_COLUMNS = `mine.state AS my_sign_up, came.state AS my_attendance, came.in_at_ms AS my_in,
  came.out_at_ms AS my_out, (SELECT count(*) FROM events_sign_ups w WHERE w.occasion_id = o.id
    AND w.state = 'waiting' AND w.queue_number <= mine.queue_number) AS my_position,
  (SELECT sum(w.points) FROM scoring_awards w WHERE w.person_id = came.person_id AND w.state = 'pending'
    AND w.id IN (came.id || '|award', came.occasion_id || '|' || came.household_id || '|award')) AS my_pending`;
const myJoins = (personId: string) =>
  `LEFT JOIN events_sign_ups mine ON mine.id = o.id || '|' || (${personId})
     LEFT JOIN events_attendances came ON came.id = o.id || '|' || (${personId})`;

const shown = (found: ViewRow) => showOccasion(fileOf(found), standingOf(found));

/** What is to come at a site. Keyed by [site path, now in ms, reader's person id]. */
const programmeOf = view(
  `SELECT j.key, ${FILE_COLUMNS}, ${MY_COLUMNS} FROM json_each(?) j
     CROSS JOIN events_occasions o ON o.state = 'planned' AND o.ends_at_ms > j.value->>1 ${FILE_JOINS}
     ${myJoins('j.value->>2')}
    WHERE ${liesUnder('a.path', 'j.value->>0')} ORDER BY j.key, o.starts_at_ms, o.id`,
  (rows, _key: readonly [string, number, string]) => rows,
);

const selfOf = ({ actor }: Window) => (actor.kind === 'person' ? actor.personId : '');

export const listEvents = query(ListEvents, async (window, { siteId, kind }) => {
  const { actor, reader } = window;
  const sites = await reader
    .select({ id: communityAreas.id, name: communityAreas.name, path: communityAreas.path })
    .from(communityAreas)
    .where(eq(communityAreas.level, SITE_LEVEL))
    .orderBy(asc(communityAreas.path));
  const home = actor.kind === 'person' ? (actor.householdPath ?? '') : '';
  const site =
    siteId === undefined
      ? (sites.find((one) => liesIn(home, one.path)) ?? sites[0])
      : sites.find((one) => one.id === siteId);
  const key = [site?.path ?? '', window.nowMs, selfOf(window)] as const;
  const rows = site ? await window.lookout.look(programmeOf, key) : [];
  const occasions = rows.map(shown).filter((one) => kind === undefined || one.kind === kind);
  const show = ({ id, name }: (typeof sites)[number]) => ({ id: AreaId.parse(id), name });
  return accept({
    site: site ? show(site) : null,
    sites: sites.map(show),
    occasions: occasions.slice(0, PROGRAMME_MAX),
  });
});

/** An event with all its occasions. Keyed by [event id, reader's person id]. */
const occasionsOf = view(
  `SELECT j.key, ${FILE_COLUMNS}, ${MY_COLUMNS}, e.description, e.contact_name, e.contact_phone
     FROM json_each(?) j CROSS JOIN events_occasions o ON o.event_id = j.value->>0 ${FILE_JOINS}
     ${myJoins('j.value->>1')} ORDER BY j.key, o.starts_at_ms, o.id`,
  (rows, _key: readonly [string, string]) => rows,
);

/** The reader's home at an event, the reader first. Keyed by [event id, household id, person id]. */
const familyAt = view(
  `SELECT j.key, p.id AS person_id, p.name, o.id AS occasion_id, ${MY_COLUMNS} FROM json_each(?) j
     CROSS JOIN community_people p ON p.household_id = j.value->>1 AND p.state = 'here'
     JOIN events_occasions o ON o.event_id = j.value->>0 ${myJoins('p.id')}
    ORDER BY j.key, p.id <> j.value->>2, p.relation <> '户主', p.code, o.starts_at_ms`,
  (rows, _key: readonly [string, string, string]) => rows,
);

export const readEvent = query(ReadEvent, async (window, { eventId }) => {
  const { actor, lookout } = window;
  const homeId = actor.kind === 'person' ? (actor.householdId ?? '') : '';
  const [rows, family] = await Promise.all([
    lookout.look(occasionsOf, [eventId, selfOf(window)] as const),
    lookout.look(familyAt, [eventId, homeId, selfOf(window)] as const),
  ]);
  const [first] = rows;
  if (!first) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const file = fileOf(first);
  return accept({
    id: EventId.parse(eventId),
    title: file.title,
    kind: file.kind,
    description: String(first.description),
    contactName: String(first.contact_name),
    contactPhone: String(first.contact_phone),
    siteName: file.siteName,
    oncePerHousehold: file.oncePerHousehold,
    occasions: rows.map(shown),
    family: [...new Set(family.map((row) => String(row.person_id)))].map((personId) => {
      const own = family.filter((row) => row.person_id === personId);
      return {
        personId: PersonId.parse(personId),
        name: String(own[0]?.name ?? ''),
        standings: own.flatMap((row) => {
          const standing = standingOf(row);
          const occasionId = OccasionId.parse(String(row.occasion_id));
          return standing ? [{ occasionId, standing }] : [];
        }),
      };
    }),
  });
});

/** What somebody signed up for or came to, newest first. */
const ownOccasions = view(
  `WITH own AS (
     SELECT j.key, j.value AS person_id, s.occasion_id FROM json_each(?1) j
       CROSS JOIN events_sign_ups s ON s.person_id = j.value AND s.state IN ('seated', 'waiting')
      UNION
     SELECT j.key, j.value, t.occasion_id FROM json_each(?1) j
       CROSS JOIN events_attendances t ON t.person_id = j.value AND t.state IN ('present', 'waiting'))
   SELECT own.key, ${FILE_COLUMNS}, ${MY_COLUMNS} FROM own
     JOIN events_occasions o ON o.id = own.occasion_id ${FILE_JOINS}
     ${myJoins('own.person_id')} ORDER BY own.key, o.starts_at_ms DESC, o.id`,
  (rows, _personId: string) => rows.map(shown),
);

export const listOwnOccasions = query(ListOwnOccasions, async (window) => {
  const all = await window.lookout.look(ownOccasions, selfOf(window));
  const isComing = (one: (typeof all)[number]) =>
    one.endsAtMs > window.nowMs && one.state !== 'closed';
  return accept({
    coming: all.filter(isComing).reverse().slice(0, OWN_OCCASIONS_MAX),
    past: all.filter((one) => !isComing(one)).slice(0, OWN_OCCASIONS_MAX),
  });
});
