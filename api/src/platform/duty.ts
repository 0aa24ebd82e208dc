import type { Duty, Endpoint } from '@bank/shared/endpoint';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { CAPABILITIES, carries, isCapability } from '@bank/shared/roles';
import { postName } from '@bank/shared/vocabulary';
import type { Actor } from './context.ts';

export type DutyProblem = Problem<
  'request/not-signed-in' | 'request/not-your-duty' | 'request/not-found'
>;

/** Whether an area lies in another, itself included. Paths end in `/`, so `/01/` never holds `/011/`. */
export function liesIn(areaPath: string, within: string): boolean {
  return areaPath.startsWith(within);
}

/** What an operator of the server may do for the whole county. */
const OPERATOR_MAY: ReadonlySet<Duty> = new Set([
  'roster.import',
  'rulebook.import',
  'goods.import',
  'posts.give',
]);

/** The areas in which an actor carries a duty; none for strangers. */
export function areasOf(actor: Actor, duty: Duty): string[] {
  if (actor.kind === 'operator') return OPERATOR_MAY.has(duty) ? ['/'] : [];
  if (actor.kind !== 'person' || !isCapability(duty)) return [];
  return actor.posts.filter((post) => carries(post.role, duty)).map((post) => post.areaPath);
}

/**
 * Whether an actor may ask at all, before any subject is looked at. Answers the post or relation
 * that gives the duty.
 */
export function permit(
  { duty }: Pick<Endpoint, 'duty'>,
  actor: Actor,
): Outcome<string, DutyProblem> {
  if (duty === 'anyone') return accept(actor.kind);
  if (duty === 'clock') return actor.kind === 'clock' ? accept('clock') : refuseDuty(duty);
  if (actor.kind === 'stranger' || actor.kind === 'clock') {
    return refuse({ code: 'request/not-signed-in', facts: NO_FACTS });
  }
  if (actor.kind === 'operator') {
    return OPERATOR_MAY.has(duty) ? accept('operator') : refuseDuty(duty);
  }
  const actingAs = actsAs(duty, actor);
  return actingAs === null ? refuseDuty(duty) : accept(actingAs);
}

/** The post or relation by which somebody signed in carries a duty; null when nothing does. */
function actsAs(duty: Duty, actor: Extract<Actor, { kind: 'visitor' | 'person' }>): string | null {
  if (duty === 'signed-in') return 'signed-in';
  if (actor.kind === 'visitor') return null;
  if (duty === 'household-member') return actor.householdId === null ? null : 'resident';
  if (duty === 'householder') return actor.isHouseholder ? 'householder' : null;
  if (duty === 'voter') return actor.isVoter ? 'voter' : null;
  const post = actor.posts.find((held) => isCapability(duty) && carries(held.role, duty));
  return post?.role ?? null;
}

/**
 * Whether the duty reaches a subject's area. A subject elsewhere and a subject that is not there
 * are the same answer, so that nobody can try ids out.
 */
export function permitAt(
  { duty }: Pick<Endpoint, 'duty'>,
  actor: Actor,
  areaPath: string | null,
): Outcome<string, DutyProblem> {
  if (areaPath === null || !isCapability(duty)) return notFound();
  if (actor.kind === 'operator') return OPERATOR_MAY.has(duty) ? accept('operator') : notFound();
  if (actor.kind !== 'person') return notFound();
  const post = actor.posts.find(
    (held) => carries(held.role, duty) && liesIn(areaPath, held.areaPath),
  );
  return post ? accept(post.role) : notFound();
}

function notFound() {
  return refuse({ code: 'request/not-found' as const, facts: NO_FACTS });
}

function refuseDuty(duty: Duty) {
  return refuse({ code: 'request/not-your-duty' as const, facts: { whoMay: whoMay(duty) } });
}

function whoMay(duty: Duty): string {
  if (isCapability(duty)) return CAPABILITIES[duty].map(postName).join('、');
  if (duty === 'clock') return '系统';
  if (duty === 'voter') return '户主，或户主请的一位大人';
  return duty === 'householder' ? '户主' : '住在本社区、已经绑定存折的居民';
}
