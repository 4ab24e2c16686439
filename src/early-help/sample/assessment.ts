import type { Database } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { completeAssessment, markSent, recordSignature, recordView, startAssessment, takeBackAssessment } from '../commands/assessment.ts'
import { keepDraft, savePart } from '../commands/assessment-part.ts'
import { askToContribute } from '../commands/contribution.ts'
import { draftForm, wordLine } from '../commands/form-version.ts'
import { joinTeam } from '../commands/team.ts'
import { contentClasses } from '../rules/access.ts'

/** What the assessments of the sample build on. */
export interface AssessmentGround {
  readonly casework: Database
  readonly owner: Database
  readonly doer: (key: string, ago: number) => Doer
  readonly amber: string
  readonly hazel: string
  readonly posts: ReadonlyMap<string, string>
}

/** One assessment that is complete, and one that is being made; somebody is asked to contribute to it. */
export async function loadAssessmentSample(ground: AssessmentGround): Promise<void> {
  await completeOfAmber(ground)
  await openOfHazel(ground)
  await draftOfForm(ground)
}

/** A co-ordinator words the next version of the form; it holds for nothing yet. */
async function draftOfForm({ casework, owner, doer }: AssessmentGround): Promise<void> {
  const needs = { db: casework }
  const { id } = await done(draftForm(needs, doer('pryce', 1)))
  const { id: field } = await owner.selectFrom('casework.form_field').select('id').where('code', '=', 'what-led').executeTakeFirstOrThrow()
  const label = 'What has happened, and what was tried already?'
  await done(
    wordLine(
      needs,
      doer('pryce', 1),
      { form: id, field },
      { label, hint: 'In short, and as the family would tell it', options: [], isNeeded: true },
    ),
  )
}

async function peopleOf(owner: Database, episode: string): Promise<readonly string[]> {
  const rows = await owner
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', episode)
    .leftJoin('casework.person_merge as m', 'm.merged', 'p.id')
    .where('p.part', '=', 'child')
    .where('m.merged', 'is', null)
    .select('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function completeOfAmber({ casework, owner, doer, amber, posts }: AssessmentGround): Promise<void> {
  const needs = { db: casework }
  await done(joinTeam(needs, doer('quist', 33), amber, { post: posts.get('tennant') ?? '', classes: [...contentClasses] }))
  const children = await peopleOf(owner, amber)
  const quist = (ago: number): Doer => doer('quist', ago)
  const { id } = await done(startAssessment(needs, quist(33), amber, { startedOn: quist(33).today, children }))
  const fill = (part: string, ago: number, fields: Readonly<Record<string, string>>) =>
    done(savePart(needs, quist(ago), { episode: amber, assessment: id, part }, fields, 0))
  await fill('background', 33, {
    'q-also': 'Mother has a long illness that makes mornings slow. She manages well from about eleven o’clock. Wren brings her breakfast.',
  })
  await fill('reason', 32, {
    'q-what-led':
      'Since September Wren has come late on two days of five. Mother asked the school for help herself, before anybody spoke of it.\n\nGrandmother, who lives two streets away, brings Wren when she can.',
  })
  await fill('professionals', 31, {
    'q-worker-name--1': 'Class teacher',
    'q-worker-supports--1': 'Wren',
    'q-worker-role--1': 'Ashgrove Primary School',
    'q-worker-contact--1': 'By the school office',
    'q-worker-contributed--1': 'yes',
    'q-worker-name--2': 'Practice nurse',
    'q-worker-supports--2': 'Mother',
    'q-worker-role--2': 'Doctor’s practice',
    'q-worker-contact--2': 'By the practice',
    'q-worker-contributed--2': 'not-asked',
  })
  await fill('views', 30, {
    'q-child-view-how': 'spoke',
    'q-child-view': 'I want to be there when they do the register. I do not want Mum to be sad about it.',
    'q-parent-view': 'I would like somebody to help with the mornings, and nobody to take over.',
  })
  for (const person of children)
    await done(
      recordView(
        needs,
        quist(29),
        { episode: amber, assessment: id },
        { person, tookPart: true, verdict: 'agreed', words: 'Yes, that is me.', saidOn: quist(29).today },
      ),
    )
  await done(
    recordSignature(
      needs,
      quist(29),
      { episode: amber, assessment: id },
      { name: 'Wren’s mother', capacity: 'family', evidence: 'signed', signedOn: quist(29).today },
    ),
  )
  await done(
    recordSignature(
      needs,
      quist(29),
      { episode: amber, assessment: id },
      { name: 'Esther Quist', capacity: 'practitioner', evidence: 'signed', signedOn: quist(29).today },
    ),
  )
  await done(completeAssessment(needs, quist(29), { episode: amber, assessment: id }))
  await done(markSent(needs, quist(28), { episode: amber, assessment: id }, quist(28).today))
}

async function openOfHazel({ casework, owner, doer, hazel, posts }: AssessmentGround): Promise<void> {
  const needs = { db: casework }
  const tennant = (ago: number): Doer => doer('tennant', ago)
  await done(joinTeam(needs, tennant(9), hazel, { post: posts.get('tennant') ?? '', classes: [...contentClasses] }))
  const begun = { startedOn: tennant(9).today, children: await peopleOf(owner, hazel) }
  const { id: mistake } = await done(startAssessment(needs, tennant(9), hazel, begun))
  const because = 'Begun with the wrong day before the family had time to sit down'
  await done(takeBackAssessment(needs, tennant(9), { episode: hazel, assessment: mistake }, { because }))
  const { id } = await done(
    startAssessment(needs, tennant(8), hazel, { startedOn: tennant(8).today, children: await peopleOf(owner, hazel) }),
  )
  const of = { episode: hazel, assessment: id }
  await done(
    savePart(
      needs,
      tennant(8),
      { ...of, part: 'reason' },
      { 'q-what-led': 'The tenancy ends in spring, and nobody sleeps much with the baby.' },
      0,
    ),
  )
  await done(keepDraft(needs, tennant(2), { ...of, part: 'views' }, { 'q-parent-view': 'We would like to stay near the nursery' }, 0))
  await done(
    askToContribute(needs, tennant(2), of, {
      ...{ post: posts.get('pryce') ?? '', part: 'professionals' },
      told: 'Ivy Hazel, whose family asked for help with housing. Who of your teams works with them?',
    }),
  )
}

async function done<Value>(result: Promise<Result<Value, FieldProblem>>): Promise<Value> {
  const made = await result
  if (!made.ok) throw new Error(`The sample of assessments is refused: ${made.problems[0].field} ${made.problems[0].code}.`)
  return made.value
}
