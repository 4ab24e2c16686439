import type { Context, Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { NotFound } from '#platform/refusals.ts'
import { doerOf } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { type Looking, lookAt } from '../commands/look.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { findListed } from '../queries/listed.ts'
import { findNames } from '../queries/names.ts'
import { findPeople } from '../queries/record.ts'
import { idOf } from '../queries/ties.ts'
import {
  annexAList2,
  daysOfLatest,
  type EpisodeOut,
  episodeJsonLd,
  ethnicityOnList,
  genderOnList,
  type ListedChild,
} from '../rules/interchange.ts'

/**
 * A family's record for other systems: the list that inspections ask for, and the episode of the draft standard for social care data. As restricted as the
 * screens: whoever may read the family now, in a look that the family can see, with the audit saying that it left.
 */
export function interchangeRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const file = (name: string, type: string, write: (looking: Looking, today: Temporal.PlainDate) => Promise<string>) =>
    app.get(`/families/:episode/${name}`, async (c: Context<AppEnv, string>) => {
      const doer = doerOf(c.get('visit'))
      const text = await lookAt(needs.db, doer, idOf(c.req.param('episode') ?? ''), 'export', async (looking) => {
        const made = await write(looking, doer.today)
        const { id } = looking.family
        await appendAudit(looking.tx, { actor: doer.actor, act: 'family.exported', subjectType: 'family', subject: id, content: name })
        return made
      })
      return c.body(text, 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      })
    })
  file('annex-a-list-2.csv', 'text/csv; charset=utf-8', async (looking, today) => {
    return csvOf(annexAList2(await listedChildren(looking), today))
  })
  file('episode.json', 'application/ld+json; charset=utf-8', async (looking) => {
    const { startedOn, children } = await whatLeaves(looking)
    const { reference, closedOn, closureReason, areaName, lead, agency } = looking.family
    const episode: EpisodeOut = {
      ...{ reference, startsOn: startedOn, endsOn: closedOn, reason: closureReason, place: areaName },
      ...{ children: children.map(({ id }) => id), lead: lead?.person, service: agency },
    }
    return JSON.stringify(episodeJsonLd(episode), null, 1)
  })
}

/** The children of a family as inspections ask for them: what was last answered of each, and the days of their latest assessment, or that on which the family agreed to one. */
async function listedChildren(looking: Looking): Promise<readonly ListedChild[]> {
  const { tx, family } = looking
  const { startedOn, children } = await whatLeaves(looking)
  const { facts, assessments } = await findListed(tx, family)
  const agency = family.lead?.organisation
  const organisation = agency === undefined ? family.agencyName : ((await findNames(tx, [agency])).get(agency) ?? '')
  return children.map(({ id, bornOn }) => {
    const latest = (kind: 'gender' | 'ethnicity') => facts.find((fact) => fact.person === id && fact.kind === kind)
    return {
      ...{ id, bornOn: bornOn ?? undefined, organisation, startedOn, completedOn: undefined },
      ...{ gender: genderOnList(latest('gender')), ethnicity: ethnicityOnList(latest('ethnicity')) },
      ...daysOfLatest(assessments.filter(({ child }) => child === id)),
    }
  })
}

/** The children one may read, of a family that agreed. @throws NotFound where there is nothing to give */
async function whatLeaves({ tx, family }: Looking) {
  const children = (await findPeople(tx, family.family)).filter(({ part }) => part === 'child')
  if (children.length === 0 || family.agreedOn === undefined) throw new NotFound('Nothing of this family can leave.')
  return { children, startedOn: family.agreedOn }
}
