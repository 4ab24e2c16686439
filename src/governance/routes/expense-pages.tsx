import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DocumentStore } from '#platform/documents/store.ts'
import { parseForm } from '#platform/web/fields.ts'
import { withdrawClaim } from '../commands/expenses.ts'
import { allows } from '../commands/permit.ts'
import { claimVersion } from '../forms/expenses.ts'
import { ClaimPage } from '../pages/claim-page.tsx'
import { ExpensesPage, MyExpensesPage } from '../pages/expenses-page.tsx'
import { claimPath } from '../paths.ts'
import { findBodiesById } from '../queries/bodies.ts'
import { type ExpenseClaim, findApprovers, findBudget, findClaim, findClaims } from '../queries/expenses.ts'
import { budgetStanding, budgetYearOf } from '../rules/expenses.ts'
import { expensesCsv } from '../words/expenses-csv.ts'
import { type Act, type Asked, type DownloadedFile, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** The year behind '?year=', this one without it. */
function askedYear({ query, visit }: Asked): number {
  const asked = query('year') ?? ''
  return /^2[01]\d\d$/.test(asked) ? Number(asked) : budgetYearOf(visit.today)
}

/** The expenses of a board, for its clerks and approvers. */
export async function expensesPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing, body } = asked
  const year = askedYear(asked)
  const claims = await findClaims(reader, { body: body.id, year })
  const view = {
    ...{ body, year, claims, budget: budgetStanding((await findBudget(reader, body.id, year))?.pence, claims) },
    approvers: await findApprovers(reader, body.id, visit.today),
    keeps: standing.clerkOf.has(body.id),
  }
  return <ExpensesPage visit={visit} view={view} />
}

/** The same for finance. */
export async function expensesFile(asked: Asked): Promise<DownloadedFile> {
  const year = askedYear(asked)
  const claims = await findClaims(asked.reader, { body: asked.body.id, year })
  return { name: `${asked.body.slug}-expenses-${year}.csv`, type: 'text/csv; charset=utf-8', content: expensesCsv(claims) }
}

/** One's own claims. */
export async function myExpensesPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const { id } = known(standing.person)
  const { clerkOf, chairOf, memberOf, observerOf, deputyOf } = standing
  const boards = [...new Set([...memberOf, ...chairOf, ...observerOf, ...deputyOf, ...clerkOf])]
  return (
    <MyExpensesPage
      visit={visit}
      claims={await findClaims(reader, { person: id })}
      boards={await findBodiesById(reader, boards, visit.today)}
    />
  )
}

/** The claim of the address, which only its three readers find. @throws NotFound */
async function claimOf(asked: Asked): Promise<ExpenseClaim> {
  return known(await findClaim(asked.reader, asked.id('claim'), asked.body.id))
}

async function drawClaim(asked: Asked, problem?: string): Promise<JSX.Element> {
  const { reader, visit, standing, body } = asked
  const claim = await claimOf(asked)
  const leads = (await findApprovers(reader, body.id, visit.today)).map(({ person }) => person.id)
  const ties = { body: body.id, about: claim.person.id, leads }
  const isOwn = claim.person.id === standing.person?.id
  const may = (verb: string): boolean => !isOwn && allows(standing, { record: 'expense-claim', verb, ties })
  const view = {
    ...{ claim, isOwn, problem },
    settles: claim.state === 'submitted' && may('settle'),
    pays: claim.state === 'approved' && !claim.isPaid && may('pay'),
  }
  return <ClaimPage visit={visit} view={view} />
}

/** One claim. */
export const claimPage = (asked: Asked): Promise<JSX.Element> => drawClaim(asked)

/** Takes a claim of one's own back. */
export const withdrawnClaim: Act = {
  perform: async (asked, body) => {
    const parsed = parseForm(claimVersion, body)
    if (!parsed.ok) return parsed
    const wish = { id: asked.id('claim'), body: asked.body.id, version: parsed.value.version }
    return mapped(await withdrawClaim(asked.db, asked.visit, wish), ({ id }) => claimPath(asked.body.slug, id))
  },
  redraw: drawClaim,
}

const endings: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

/** The receipt of a claim, handed over as a file that no browser opens by itself. */
export function receiptFile(documents: DocumentStore) {
  return async (asked: Asked): Promise<DownloadedFile> => {
    const { document, mediaType } = known((await claimOf(asked)).receipt)
    return { name: `receipt.${endings[mediaType] ?? 'bin'}`, type: mediaType, content: () => documents.open(document) }
  }
}
