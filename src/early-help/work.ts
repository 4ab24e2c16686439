import { type Acting, type Database, readAs } from '#platform/database/session.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { movementItems } from './movement-work.ts'
import { assessmentPaths, familyPaths } from './paths.ts'
import { findMyContributions } from './queries/assessments.ts'
import { findTies } from './queries/ties.ts'

/** What early help asks of somebody in My work; undefined for whoever has no post, and is asked nothing. No family is named there (E6). */
export interface FamilyWork {
  readonly items: readonly AttentionItem[]
}

/** Reads it by the role of casework. The mail and the list of My work name nobody: they lead to the page that does. */
export function familyWork(db: Database): (acting: Acting) => Promise<FamilyWork | undefined> {
  return async (acting) => {
    if (acting.actor === undefined) return undefined
    return readAs(db, acting, async (reader) => {
      const { relations, person, agencies } = await findTies(reader, acting).catch(() => ({
        ...{ relations: new Set<string>(), person: '', agencies: [] },
      }))
      if (!relations.has('practitioner')) return undefined
      const asked = await reader
        .selectFrom('casework.lead_period')
        .select('episode')
        .where('person', '=', person)
        .where('accepted_at', 'is', null)
        .where('declined_at', 'is', null)
        .execute()
      const waiting = relations.has('approver')
        ? await reader
            .selectFrom('casework.sharing_decision')
            .select('id')
            .where('approved_at', 'is', null)
            .where('ended_at', 'is', null)
            .where('requested_by', '<>', person)
            .execute()
        : []
      const vacant = await reader
        .selectFrom('casework.episode as e')
        .select('e.id')
        .where('e.closed_on', 'is', null)
        .where('e.agreed_on', 'is not', null)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('casework.lead_period as l')
                .select('l.id')
                .whereRef('l.episode', '=', 'e.id')
                .where('l.accepted_at', 'is not', null)
                .where('l.ended_at', 'is', null),
            ),
          ),
        )
        .execute()
      const contributions = await findMyContributions(reader, person)
      return {
        items: [
          ...contributions.map(({ id }) => ({
            text: 'You are asked to contribute to an assessment',
            href: assessmentPaths.contribution(id),
          })),
          ...asked.map(({ episode }) => ({ text: 'You are asked to lead a family', href: familyPaths.answerLead(episode) })),
          ...waiting.map(({ id }) => ({ text: 'A decision to share waits for your approval', href: familyPaths.approve(id) })),
          ...(await movementItems(reader, acting, { person, agencies })),
          ...(vacant.length > 0 ? [{ text: 'Families that nobody leads', href: familyPaths.list(), count: vacant.length }] : []),
        ],
      }
    })
  }
}
