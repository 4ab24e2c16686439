import { newId } from '#platform/database/ids.ts'
import { actionsDue, standardKey } from '../rules/audit.ts'
import type { Scene } from './ground.ts'

const standards = [
  ['Leaders answer for keeping children safe', 'Who at the top answers for it, and how is that known?'],
  ['Everybody knows what to do', 'Is there a policy, and do staff use it?'],
  ['Lines of accountability are clear', 'Who answers to whom for work with children?'],
  ['Services hear children', 'What changed because children said so?'],
  ['Staff are trained for their role', 'Who was trained in the last three years?'],
  ['People are recruited safely', 'Are checks complete before somebody starts?'],
  ['Agencies work together', 'How are families helped by several agencies at once?'],
  ['Information is shared', 'When was something not shared that should have been?'],
] as const

const agencies: readonly (readonly [organisation: string, lead: string | null, moderator: string])[] = [
  ['council', 'marsh', 'rahman'],
  ['icb', 'rahman', 'marsh'],
  ['community-health', 'castle', 'marsh'],
  ['hospitals', 'venkat', 'marsh'],
  ['mental-health', 'eze', 'marsh'],
  ['police', 'webb', 'rahman'],
  ['probation', null, 'rahman'],
  ['larchfield', 'adeyinka', 'rahman'],
  ['stonebridge', 'holroyd', 'rahman'],
  ['willow-bank', 'bevan', 'rahman'],
  ['college', 'grantham', 'eze'],
  ['families-first', 'lyle', 'eze'],
  ['voluntary-forum', 'obrien', 'eze'],
  ['early-years', null, 'eze'],
]

/** A score that follows from agency and standard alone, so that the sample is the same everywhere; undefined: not answered. */
function selfScore(agency: number, standard: number, round: number): number | undefined {
  if (agencies[agency]?.[1] === null) return undefined
  if (round === 1 && (agency * 8 + standard) % 37 === 5) return undefined
  // Leading and recruiting are strong, hearing children is weak; the second round is a little better.
  const strength = [3, 2, 3, 1, 2, 3, 2, 2][standard] ?? 2
  const turn = (agency * 7 + standard * 11 + agency * standard) % 9
  return Math.max(0, Math.min(3, strength + (turn === 0 ? -1 : turn > 6 ? 1 : 0) + (round === 2 && turn === 3 ? 1 : 0)))
}

const moderatedScore = (agency: number, standard: number, self: number): number =>
  (agency + standard * 2) % 7 === 0 ? Math.max(0, self - 1) : self

/** A round of 14 agencies and 8 standards that was reported, the same again under way, and two audits of case files (P6). */
export async function writeAudits(scene: Scene): Promise<void> {
  const { tx, body, now, ago } = scene
  const toolkit = newId()
  const scores = ['Not met', 'Partly met', 'Mostly met', 'Fully met'].map((label, score) => ({ score, label }))
  await tx
    .insertInto('assurance.toolkit')
    .values({
      ...{
        id: toolkit,
        body,
        number: 1,
        title: 'Safeguarding self-assessment',
        source: 'In the manner of section 11 of the Children Act 2004',
      },
      ...{ scores: JSON.stringify(scores), pass_mark: 2, made_at: now },
    })
    .execute()
  await tx
    .insertInto('assurance.toolkit_standard')
    .values(standards.map(([title, question], index) => ({ toolkit, key: standardKey(title), position: index + 1, title, question })))
    .execute()
  const first = await writeRound(scene, {
    toolkit,
    number: 1,
    title: 'Safeguarding self-assessment: first round',
    opens: 420,
    due: 375,
    reported: 310,
  })
  await tx
    .updateTable('assurance.audit_round')
    .set({
      summary:
        'Twelve of fourteen agencies handed in. Leadership and recruitment are strong. Hearing children is the weakest standard: most agencies cannot say what changed because children said so.',
    })
    .where('id', '=', first)
    .execute()
  await writeRound(scene, { toolkit, number: 2, title: 'Safeguarding self-assessment: second round', opens: 20, due: -25, previous: first })
  await writeCaseAudits(scene, ago(380), ago(30))
}

async function writeRound(
  scene: Scene,
  round: {
    readonly toolkit: string
    readonly number: 1 | 2
    readonly title: string
    readonly opens: number
    readonly due: number
    readonly reported?: number
    readonly previous?: string
  },
): Promise<string> {
  const { tx, body, ago, organisation, person, now, clerk } = scene
  const id = newId()
  const isDone = round.reported !== undefined
  await tx
    .insertInto('assurance.audit_round')
    .values({
      ...{
        id,
        body,
        toolkit: round.toolkit,
        title: round.title,
        pass_mark: 2,
        state: isDone ? 'reported' : 'open',
        opens_on: ago(round.opens),
      },
      ...{ sight: isDone ? 'public' : 'members', due_on: ago(round.due), previous: round.previous ?? null },
      reported_on: round.reported === undefined ? null : ago(round.reported),
    })
    .execute()
  // Of the round under way, the first agencies on the list have not answered yet.
  const handsIn = (index: number) => agencies[index]?.[1] !== null && (isDone || index >= 3)
  await tx
    .insertInto('assurance.audit_agency')
    .values(
      agencies.map(([key, lead, moderator], index) => ({
        ...{ round: id, organisation: organisation(key), lead: lead === null ? null : person(lead), moderator: person(moderator) },
        ...{ invited_on: lead === null ? null : ago(round.opens), submitted_on: handsIn(index) ? ago(isDone ? round.due + 3 : 4) : null },
      })),
    )
    .execute()
  const results = agencies.flatMap(([key], agency) =>
    standards.map(([title], standard) => {
      const self = handsIn(agency) ? selfScore(agency, standard, round.number) : undefined
      const moderated = isDone && self !== undefined ? moderatedScore(agency, standard, self) : undefined
      return {
        organisation: organisation(key),
        standard: standardKey(title),
        self,
        moderated,
        moderator: person(agencies[agency]?.[2] ?? ''),
      }
    }),
  )
  const answered = results.flatMap(({ organisation: of, standard, self }) =>
    self === undefined
      ? []
      : [{ round: id, organisation: of, standard, score: self, evidence: 'Policy, training record and minutes', at: now, actor: clerk }],
  )
  await tx.insertInto('assurance.audit_answer').values(answered).execute()
  if (isDone) await writeReport(scene, id, results)
  return id
}

interface Result {
  readonly organisation: string
  readonly standard: string
  readonly self: number | undefined
  readonly moderated: number | undefined
  readonly moderator: string
}

/** What peers made of the answers, and the actions that follow from it. */
async function writeReport({ tx, ago, now }: Scene, id: string, results: readonly Result[]): Promise<void> {
  await tx
    .insertInto('assurance.audit_moderation')
    .values(
      results.flatMap(({ organisation: of, standard, self, moderated, moderator }) =>
        moderated === undefined
          ? []
          : [
              {
                round: id,
                organisation: of,
                standard,
                score: moderated,
                reason: moderated === self ? '' : 'The evidence shows less',
                moderator,
                at: now,
              },
            ],
      ),
    )
    .execute()
  const byAgency = Map.groupBy(results, (one) => one.organisation)
  const due = actionsDue(
    [...byAgency].map(([of, list]) => ({ organisation: of, results: list })),
    2,
  )
  await tx
    .insertInto('assurance.audit_action')
    .values(
      due.map((one, index) => ({
        ...{ id: newId(), round: id, ...one },
        ...(index % 3 === 0
          ? {}
          : { text: 'Bring policy and practice together, and show it in the next round.', lead: 'Safeguarding lead', due_on: ago(90) }),
        ...(index % 3 === 1 ? { done_on: ago(100) } : {}),
      })),
    )
    .execute()
}

async function writeCaseAudits({ tx, body }: Scene, before: Temporal.PlainDate, lately: Temporal.PlainDate): Promise<void> {
  const questions = [
    'Was the child seen alone?',
    'Is the plan written with the family?',
    'Did help come within the time that was promised?',
  ]
  const counts = [
    [
      [4, 5, 3],
      [3, 6, 3],
      [2, 4, 6],
    ],
    [
      [8, 3, 1],
      [5, 6, 1],
      [4, 5, 3],
    ],
  ]
  const ids = [newId(), newId()]
  for (const [index, id] of ids.entries()) {
    await tx
      .insertInto('assurance.case_audit')
      .values({
        ...{ id, body, kind: 'multi-agency', theme: 'Neglect seen early', sample_size: 12, held_on: index === 0 ? before : lately },
        ...{
          sample_how: 'Twelve cases drawn by lot from all that were open in the quarter',
          grades: ['Good', 'Requires improvement', 'Inadequate'],
        },
        learning:
          index === 0
            ? 'Plans were written about families and not with them.'
            : 'Children are seen alone more often. Help still comes later than promised.',
        again_of: index === 0 ? null : (ids[0] ?? null),
      })
      .execute()
    await tx
      .insertInto('assurance.case_audit_item')
      .values(questions.map((question, at) => ({ audit: id, position: at + 1, question, counts: counts[index]?.[at] ?? [] })))
      .execute()
  }
}
