import type { Writer } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { familyPaths } from '../paths.ts'
import { findPlan, isPlanOpen, type PlanView, type Who } from '../queries/plan.ts'
import type { AskedFamily } from './gates.ts'
import { type LookedAt, lookingGate } from './sections.tsx'
import { familyForm } from './shapes.ts'

/** A request about a plan that is open to whoever asks. */
export type AskedPlan = LookedAt & { readonly plan: PlanView }

/** Opens a family's plan. @throws NotFound, SignInNeeded, Forbidden where the plan is not open to whoever asks, or no longer */
export function planGate(verb: 'plan-read' | 'plan-paper' | 'plan-write' | 'plan-lead'): Gate<AskedPlan, Writer> {
  const looking = lookingGate(verb)
  return async (tx, c) => {
    const asked = await looking(tx, c)
    if (!(await isPlanOpen(tx, asked.family.id))) throw new Forbidden('The plan of this family is not open to you.')
    return { ...asked, plan: await findPlan(tx, asked.family, asked.visit.today) }
  }
}

/** Where a form of a plan stands, and where it leads without saving. */
export const planForm = (asked: Pick<AskedFamily, 'family'>) => {
  const { caption, breadcrumbs } = familyForm(asked)
  const plan = familyPaths.plan(asked.family.id)
  return { caption, breadcrumbs: [...breadcrumbs, { text: 'Plan and team', href: plan }], cancel: plan }
}

/** Who can be asked to do something: the team that is there now, and the family. */
export const whoOptions = ({ team, people }: Who) => [
  ...team
    .filter(({ endsOn }) => endsOn === null)
    .map(({ id, name, role, person }) => ({
      value: `member:${id}`,
      text: `${name}, ${role}${person === undefined ? ' (no account)' : ''}`,
    })),
  ...people.map(({ id, name }) => ({ value: `relative:${id}`, text: `${name} (family)` })),
]
/** Somebody of a plan as the choice of a form. */
export const whoValue = ({ member, relative }: { readonly member: string | null; readonly relative: string | null }): string =>
  member === null ? `relative:${relative ?? ''}` : `member:${member}`
