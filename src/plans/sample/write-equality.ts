import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { EqiaImpact } from '../rules/equality.ts'
import type { SamplePeople } from './write-plan.ts'

interface SampleLine {
  readonly impact: EqiaImpact
  readonly evidence?: string
  readonly mitigation?: string
  readonly owner?: string
}

const full: Readonly<Record<string, SampleLine>> = {
  age: { impact: 'positive', evidence: 'The plan is for people under 20, and up to 25 for some. Needs assessment, findings 1 to 5.' },
  disability: {
    impact: 'mixed',
    evidence: 'One in nine families of the survey has a disabled child; half of them cannot come to a children’s centre.',
    mitigation: 'Visits at home are offered first to these families.',
    owner: 'Dr Femi Adeyemi',
  },
  'gender-reassignment': { impact: 'unknown', evidence: 'Too few answered to say anything; the youth assembly is asked.' },
  'marriage-and-civil-partnership': { impact: 'none', evidence: 'Nothing in the plan depends on it.' },
  'pregnancy-and-maternity': { impact: 'positive', evidence: 'Visits begin in the first two weeks.' },
  race: {
    impact: 'negative',
    evidence: 'Travelling families are missed by visits to an address.',
    mitigation: 'Two outreach workers go to the sites.',
    owner: 'Bridget Castle',
  },
  'religion-or-belief': { impact: 'none', evidence: 'Nothing was raised when the plan was consulted on.' },
  sex: { impact: 'positive', evidence: 'Girls named the three unsafe places more often than boys.' },
  'sexual-orientation': { impact: 'none', evidence: 'Nothing was raised when the plan was consulted on.' },
  'care-experience': { impact: 'positive', evidence: 'Half of the young people who left care have neither work nor training at 19.' },
  carers: { impact: 'unknown', evidence: 'Nobody knows how many children look after somebody: a known gap.' },
}

/** Writes two equality impact assessments of the sample: a full one of the children's plan, finished before it, and a screening that is being written. */
export async function writeEquality(
  tx: Writer,
  { today }: SamplePeople,
  body: string,
  plan: string,
  inForce: Temporal.PlainDate,
): Promise<void> {
  const [id, screening] = [newId(), newId()]
  const begun = inForce.subtract({ months: 3 })
  const shown = { body, sight: 'public' }
  await tx
    .insertInto('plans.eqia')
    .values([
      {
        ...{ ...shown, id, stage: 'full', title: 'Equality impact of the children and young people’s plan', plan, begun_on: begun },
        about: 'A plan for three years with five priorities. It reaches every child of Northbrook, and some more than others.',
      },
      {
        ...{
          ...shown,
          id: screening,
          stage: 'screening',
          title: 'Screening: moving the family centre of Fenmarsh',
          begun_on: today.subtract({ days: 12 }),
        },
        about: 'The lease ends. The centre would move to a school that has no bus in the evening.',
      },
    ])
    .execute()
  const line = (eqia: string, characteristic: string, { impact, evidence = '', mitigation = '', owner = '' }: SampleLine) => ({
    ...{ ...shown, eqia, characteristic, impact, evidence, mitigation, owner_name: owner },
    review_on: owner === '' ? null : today.add({ months: 3 }),
  })
  await tx
    .insertInto('plans.eqia_line')
    .values([
      ...Object.entries(full).map(([code, said]) => line(id, code, said)),
      line(screening, 'disability', { impact: 'negative', evidence: 'The school has steps at its entrance.' }),
      line(screening, 'age', { impact: 'mixed', evidence: 'Nearer for families of pupils, farther for parents of babies.' }),
    ])
    .execute()
  await tx
    .insertInto('plans.eqia_action')
    .values([
      {
        ...shown,
        id: newId(),
        eqia: id,
        text: 'Ask the youth assembly what would make the plan work for young people who change their gender',
        due_on: today.add({ months: 2 }),
      },
      {
        ...{ ...shown, id: newId(), eqia: id, text: 'Count families on sites in the survey of next year', owner_name: 'Bridget Castle' },
        ...{ due_on: today.subtract({ months: 1 }), done_on: today.subtract({ months: 2 }) },
      },
    ])
    .execute()
  const why = 'Two of eleven impacts are bad for some; what is done about them stands in the plan.'
  await tx
    .updateTable('plans.eqia')
    .set({ conclusion: 'adjust', why, done_on: inForce.subtract({ days: 20 }) })
    .where('id', '=', id)
    .execute()
}
