import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { AskContributionInput } from '../forms/assessment.ts'
import { parsePart } from '../forms/assessment-part.ts'
import { findAssessment, findContributions } from '../queries/assessments.ts'
import { findDefinition } from '../queries/forms.ts'
import { findPosts } from '../queries/posts.ts'
import { findTies } from '../queries/ties.ts'
import { type FormPart, saysSomething } from '../rules/assessment-form.ts'
import type { OfAssessment } from './assessment.ts'
import { lookAt } from './look.ts'
import { basisFor } from './team.ts'

type Needs = { readonly db: Database }

/** Asks somebody in a post to fill in one part, once: they see that part's empty form, what they are told here, and nothing else (handbook of early help 3.1.6). */
export async function askToContribute(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  input: AskContributionInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'assess', async ({ tx, ties }) => {
    const assessment = await findAssessment(tx, of.episode, of.assessment)
    if (assessment.takenBack) return fail({ field: '', code: 'assessment-taken-back' })
    if (assessment.completedAt) return fail({ field: '', code: 'assessment-complete' })
    const part = (await findDefinition(tx, assessment.formVersion)).parts.find(({ code }) => code === input.part)
    if (!part) return fail({ field: 'part', code: 'choice-unknown' })
    const [post] = await findPosts(tx, doer.today, { ids: [input.post] })
    if (!post) return fail({ field: 'post', code: 'no-such-post' })
    const { classes } = await basisFor(tx, of.episode, post.organisation, doer.today)
    if (!classes.includes(part.class)) return fail({ field: 'post', code: 'contribution-not-covered' })
    const open = (await findContributions(tx, assessment.id)).some(
      (one) => one.person === post.person && one.part === part.id && !one.contributedAt && !one.declinedAt && !one.takenBackAt,
    )
    if (open) return fail({ field: 'post', code: 'contribution-asked' })
    const entered = { id: newId(), episode: of.episode, entered_by: ties.person, entered_at: doer.now }
    await tx
      .insertInto('casework.contribution')
      .values({
        ...{ ...entered, assessment: assessment.id, form_version: assessment.formVersion, part: part.id, class: part.class },
        ...{ person: post.person, organisation: post.organisation, told: input.told },
      })
      .execute()
    // What they are told is told: it stands in the list of what went to whom.
    await tx
      .insertInto('casework.disclosure')
      .values({
        ...{ id: newId(), episode: of.episode, class: part.class, organisation: post.organisation, person: post.person },
        ...{ channel: 'read-here', at: doer.now, recorded_by: ties.person },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.contribution-asked',
      subjectType: 'family',
      subject: of.episode,
      content: post.person,
    })
    return succeed(undefined)
  })
}

/** Takes back what was asked of a contributor who has not answered: from then on they see nothing. */
export async function takeBackContribution(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  contribution: string,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'assess', async ({ tx }) => {
    const found = (await findContributions(tx, of.assessment)).find(({ id }) => id === contribution)
    if (!found || found.contributedAt || found.declinedAt || found.takenBackAt) return fail({ field: '', code: 'contribution-answered' })
    await tx
      .updateTable('casework.contribution')
      .set({ taken_back_at: doer.now, version: found.version + 1 })
      .where('id', '=', contribution)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.contribution-taken-back',
      subjectType: 'family',
      subject: of.episode,
      content: contribution,
    })
    return succeed(undefined)
  })
}

/** What a contributor sees: the empty form of one part, and what they were told. */
export interface AskedPart {
  readonly id: string
  readonly episode: string
  readonly formVersion: string
  readonly organisation: string
  readonly told: string
  readonly part: FormPart
  readonly version: number
}

/** Opens what whoever acts is asked to contribute, in the limited role of a contributor; it is a look. @throws NotFound where nothing is asked of them any more */
export async function contributeTo<Value>(
  needs: Needs,
  doer: Doer,
  id: string,
  what: 'page' | 'change',
  work: (tx: Writer, asked: AskedPart, person: string) => Promise<Value>,
): Promise<Value> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    const row = isUuid(id)
      ? await tx
          .selectFrom('casework.contribution')
          .where('id', '=', id)
          .where('person', '=', ties.person)
          .where('contributed_at', 'is', null)
          .where('declined_at', 'is', null)
          .where('taken_back_at', 'is', null)
          .select(['id', 'episode', 'form_version as formVersion', 'part', 'organisation', 'told', 'version'])
          .executeTakeFirst()
      : undefined
    // The lead who asks themselves reads the row as a lead; the database then refuses the answer of whoever is not asked.
    const part = row && (await findDefinition(tx, row.formVersion)).parts.find((one) => one.id === row.part)
    if (!row || !part) throw new NotFound('Nothing is asked of you here any more.')
    await tx
      .insertInto('casework.look')
      .values({ id: newId(), episode: row.episode, person: ties.person, organisation: row.organisation, what, at: doer.now })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.contribution-opened',
      subjectType: 'family',
      subject: row.episode,
      content: id,
    })
    return work(tx, { ...row, part }, ties.person)
  })
}

/** Sends what was asked for, once; afterwards whoever sent it sees nothing of it any more. */
export async function sendContribution(needs: Needs, doer: Doer, id: string, body: FormBody): Promise<Result<void, FieldProblem>> {
  return contributeTo(needs, doer, id, 'change', async (tx, asked, person) => {
    const parsed = parsePart(asked.part, body)
    if (!parsed.ok) return parsed
    const said = parsed.value.filter(saysSomething)
    if (said.length === 0) return fail({ field: '', code: 'contribution-empty' })
    const common = {
      episode: asked.episode,
      entered_by: person,
      entered_at: doer.now,
      contribution: id,
      form_version: asked.formVersion,
      class: asked.part.class,
    }
    await tx
      .insertInto('casework.contributed_answer')
      .values(
        said.map(({ field, row, codes, day, partialDay, number, words }) => ({
          ...{ id: newId(), ...common, field, row, codes: [...codes], words },
          ...{ day: day ?? null, partial_day: partialDay ?? null, number: number ?? null },
        })),
      )
      .execute()
    await settle(tx, asked, { contributed_at: doer.now })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.contribution-sent',
      subjectType: 'family',
      subject: asked.episode,
      content: id,
    })
    return succeed(undefined)
  })
}

/** Says no; whoever asked reads why. */
export async function declineContribution(
  needs: Needs,
  doer: Doer,
  id: string,
  because: string | undefined,
): Promise<Result<void, FieldProblem>> {
  return contributeTo(needs, doer, id, 'change', async (tx, asked) => {
    await settle(tx, asked, { declined_at: doer.now, declined_because: because ?? '' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.contribution-declined',
      subjectType: 'family',
      subject: asked.episode,
      content: id,
    })
    return succeed(undefined)
  })
}

async function settle(
  tx: Writer,
  asked: AskedPart,
  state: { readonly contributed_at: Temporal.Instant } | { readonly declined_at: Temporal.Instant; readonly declined_because: string },
): Promise<void> {
  await tx
    .updateTable('casework.contribution')
    .set({ ...state, version: asked.version + 1 })
    .where('id', '=', asked.id)
    .execute()
}
