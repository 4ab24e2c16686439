import { listOrganisationsOn } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { confirmReading, giveFeedback, replyToFeedback } from '../commands/procedure-said.ts'
import {
  askAboutProcedure,
  issueProcedure,
  recordProcedureOpinion,
  reviseProcedure,
  writeProcedure,
} from '../commands/procedure-versions.ts'
import { beginProcedure, reviewProcedure, setProcedureAudience, withdrawProcedure } from '../commands/procedures.ts'
import type { ProcedureInput } from '../forms/procedure.ts'
import type { PlansNeeds } from '../needs.ts'
import { findProcedureFeedback } from '../queries/procedure-readers.ts'
import { findProcedure, findProcedureOpinions, findProcedureVersions } from '../queries/procedures.ts'

function done<Value>(result: Result<Value, FieldProblem>): Value {
  if (!result.ok) throw new Error(`The sample cannot write its library: ${JSON.stringify(result.problems)}`)
  return result.value
}

const about = (title: string, more: Partial<ProcedureInput>): ProcedureInput => ({
  ...{
    title,
    kind: 'procedure',
    reference: undefined,
    themes: undefined,
    owner: undefined,
    ownerPost: undefined,
    ownerOrganisation: undefined,
  },
  ...{ audience: 'public', reviewOn: undefined, ...more },
})

/** What the library of the sample is written with: who acts, whose board, who owns and reads. */
export interface LibraryGround {
  readonly clerk: Doer
  readonly member: Doer
  readonly body: string
  readonly owner: string
}

/** Writes the library of a board through the commands that people use: in force, out for consultation, overdue, withdrawn; read by some, spoken of by one. */
export async function writeLibrary(needs: PlansNeeds, ground: LibraryGround): Promise<void> {
  const { clerk, body, owner } = ground
  const begin = async (input: ProcedureInput) => done(await beginProcedure(needs, clerk, body, input)).id
  const latest = async (id: string) => {
    const [version] = await readAs(needs.db, clerk, (reader) => findProcedureVersions(reader, [id]))
    if (!version) throw new Error('The sample lost a version.')
    return version
  }
  const issue = async (id: string, text: string, startsOn: Temporal.PlainDate, reviewOn: Temporal.PlainDate, changes?: string) => {
    const input = { text, changes, version: (await latest(id)).revision }
    done(await writeProcedure(needs, clerk, id, input))
    done(await issueProcedure(needs, clerk, id, { startsOn, reviewOn, version: (await latest(id)).revision }))
  }
  await disagreements({ ...ground, needs, begin, issue, latest })
  const { today } = clerk
  const home = await begin(
    about('When a child is missing from home or care', {
      ...{ kind: 'guidance', reference: 'NG 4', themes: 'Missing children\nExploitation', ownerPost: 'Missing children coordinator' },
    }),
  )
  await issue(home, missingText, today.subtract({ months: 15 }), today.subtract({ days: 20 }))
  const first = await begin(about('First contact with a family', { themes: 'Early help', owner, reviewOn: today.add({ months: 6 }) }))
  done(await writeProcedure(needs, clerk, first, { text: firstText, changes: undefined, version: (await latest(first)).revision }))
  const asked = 'Schools forum\nParents’ panel\nHealth visitors'
  done(await askAboutProcedure(needs, clerk, first, { consultees: asked, dueOn: today.add({ days: 18 }) }))
  const [one] = await readAs(needs.db, clerk, async (reader) => findProcedureOpinions(reader, (await latest(first)).id))
  const said = 'A call comes before a letter: letters are read as a threat.'
  const changed = 'The order was turned round: the family is rung first.'
  if (one) done(await recordProcedureOpinion(needs, clerk, one.id, { said, changed, saidOn: today, version: one.version }))
  const fax = await begin(about('Sending referrals by fax', { ownerPost: 'Business manager' }))
  await issue(fax, 'Referrals go to the number on the form.', today.subtract({ years: 6 }), today.subtract({ years: 5 }))
  const { version } = await readAs(needs.db, clerk, (reader) => findProcedure(reader, fax))
  const because = 'Referrals are sent through the form on the web. Nothing is faxed.'
  done(await withdrawProcedure(needs, clerk, fax, { withdrawnOn: today.subtract({ years: 2 }), because, version }))
}

interface Written extends LibraryGround {
  readonly needs: PlansNeeds
  begin(input: ProcedureInput): Promise<string>
  issue(id: string, text: string, startsOn: Temporal.PlainDate, reviewOn: Temporal.PlainDate, changes?: string): Promise<void>
  latest(id: string): Promise<{ readonly revision: number }>
}

async function disagreements({ needs, clerk, member, body, owner, begin, issue }: Written): Promise<void> {
  const { today } = clerk
  const id = await begin(
    about('Settling disagreements between agencies', {
      reference: 'NP 12',
      themes: 'Working together\nEscalation',
      owner,
      ownerPost: 'Policy lead',
    }),
  )
  await issue(id, firstDisagreements, today.subtract({ months: 20 }), today.subtract({ months: 8 }))
  const changes = 'Each step now has its last day, because two disagreements of last year took months.'
  done(await reviseProcedure(needs, clerk, id, { changes }))
  await issue(id, secondDisagreements, today.subtract({ months: 2 }), today.add({ months: 10 }), changes)
  const agencies = await readAs(needs.db, clerk, (reader) => listOrganisationsOn(reader, today))
  const asked = agencies.filter(({ name }) => /police|hospital|county council/i.test(name))
  const { version } = await readAs(needs.db, clerk, (reader) => findProcedure(reader, id))
  done(await setProcedureAudience(needs, clerk, id, { organisations: asked.map((one) => one.id), bodies: [body], version }))
  done(await confirmReading(needs, member, id))
  done(await giveFeedback(needs, member, id, { text: 'Step two names a post that no longer exists. Who is it now?' }))
  done(await giveFeedback(needs, member, id, { text: 'A one-page summary for the front desk would help.' }))
  const said = await readAs(needs.db, clerk, (reader) => findProcedureFeedback(reader, id))
  const [question] = said.filter(({ text }) => text.startsWith('Step two'))
  const answer = 'The head of service. The next version will say so.'
  if (question) done(await replyToFeedback(needs, clerk, question.id, { answer, version: question.version }))
  const outcome = 'Two disagreements were settled by it within ten working days. Nothing changes.'
  done(await reviewProcedure(needs, clerk, id, { reviewedOn: today.subtract({ days: 9 }), outcome, nextOn: today.add({ months: 10 }) }))
}

const firstDisagreements = `# When you disagree

Talk first. If that does not settle it, tell your manager.

# Steps

1. The two workers talk.
2. Their managers talk.
3. The heads of service decide.
`

const secondDisagreements = `# When you disagree

Talk first. A disagreement is a sign that somebody is looking closely. **A child who may be in danger now is never left waiting for any of these steps.**

# Steps and their last days

| Step | Who | Last day |
| --- | --- | --- |
| 1 | The two workers | 2 working days |
| 2 | Their managers | 5 working days |
| 3 | The heads of service | 10 working days |
| 4 | The board | Its next meeting |

# What you write down

- What you disagree about
- What each of you thinks is right for the child
- What was settled, and when
`

const missingText = `# In the first hour

Ring the police on 101, or 999 where the child is in danger. Say when and where the child was last seen, and who with.

# When the child is back

Somebody whom the child chooses talks with them within three days, and listens to why they went.
`

const firstText = `# Before you write

Ring the family. Say who you are, who asked you to ring, and that they may say no.

# What you bring

Bring the list of what is there nearby, and time.
`
