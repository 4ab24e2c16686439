import type { Reader } from '#platform/database/session.ts'
import { procedurePaths } from '../paths.ts'
import type { PlanDuty } from './duties.ts'
import { findOwnUnread } from './procedure-readers.ts'

/** What waits for somebody in the library: to be read, to be looked at again within four weeks, to be answered; for owners, and for clerks where no person owns it. */
export async function findProcedureDuties(
  reader: Reader,
  { person, clerkOf }: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly PlanDuty[]> {
  if (person === undefined) return []
  const unread = await findOwnUnread(reader)
  const kept = { person, clerkOf }
  const [reviews, said, asked] = await Promise.all([
    findReviewsDue(reader, kept, today),
    findUnanswered(reader, kept),
    findUnheard(reader, kept, today),
  ])
  return [
    ...unread.map(({ id, body, title }) => ({
      ...{
        text: `Read, and say that you have: ${title}`,
        href: `${procedurePaths.procedure(id)}#read`,
        body,
        day: undefined,
        count: undefined,
      },
    })),
    ...reviews.map(({ id, body, title, reviewOn }) => ({
      ...{ text: `Review ${title}`, href: procedurePaths.step(id, 'review'), body, day: reviewOn ?? undefined, count: undefined },
    })),
    ...said.map(({ id, body, title, n }) => ({
      ...{
        text: `Answer what people say of ${title}`,
        href: `${procedurePaths.procedure(id)}#feedback`,
        body,
        day: undefined,
        count: Number(n),
      },
    })),
    ...asked.map(({ procedure, number, body, title, dueOn, n }) => ({
      text: `Record what came of asking about ${title}`,
      href: `${procedurePaths.version(procedure, number)}#consultation`,
      ...{ body, day: dueOn, count: Number(n) },
    })),
  ]
}

interface Kept {
  readonly person: string
  readonly clerkOf: readonly string[]
}

function owned(reader: Reader, { person, clerkOf }: Kept) {
  return reader
    .selectFrom('plans.procedure as p')
    .where('p.withdrawn_on', 'is', null)
    .where((where) =>
      where.or([
        where('p.owner', '=', person),
        ...(clerkOf.length === 0 ? [] : [where.and([where('p.owner', 'is', null), where('p.body', 'in', [...clerkOf])])]),
      ]),
    )
}

async function findReviewsDue(reader: Reader, kept: Kept, today: Temporal.PlainDate) {
  return owned(reader, kept)
    .select(['p.id', 'p.body', 'p.title', 'p.review_on as reviewOn'])
    .where('p.review_on', '<=', today.add({ days: 28 }))
    .where((where) =>
      where.exists(
        where
          .selectFrom('plans.procedure_version as v')
          .select('v.id')
          .whereRef('v.procedure', '=', 'p.id')
          .where('v.state', '=', 'issued'),
      ),
    )
    .orderBy('p.review_on')
    .limit(100)
    .execute()
}

async function findUnanswered(reader: Reader, kept: Kept) {
  return owned(reader, kept)
    .innerJoin('plans.procedure_feedback as f', 'f.procedure', 'p.id')
    .select((select) => ['p.id', 'p.body', 'p.title', select.fn.countAll<bigint>().as('n')])
    .where('f.answer', '=', '')
    .groupBy(['p.id', 'p.body', 'p.title'])
    .limit(100)
    .execute()
}

async function findUnheard(reader: Reader, kept: Kept, today: Temporal.PlainDate) {
  return owned(reader, kept)
    .innerJoin('plans.procedure_version as v', 'v.procedure', 'p.id')
    .innerJoin('plans.procedure_opinion as o', 'o.of_version', 'v.id')
    .select((select) => [
      'p.id as procedure',
      'v.number',
      'p.body',
      'p.title',
      select.fn.min('o.due_on').as('dueOn'),
      select.fn.countAll<bigint>().as('n'),
    ])
    .where('v.state', '=', 'consultation')
    .where('o.said', '=', '')
    .where('o.due_on', '<', today)
    .groupBy(['p.id', 'v.number', 'p.body', 'p.title'])
    .limit(100)
    .execute()
}
