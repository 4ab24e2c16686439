import { findDecision, findOwnBudgets, findPaper, findPapersOfItem } from '#meetings/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'

/** What a report commits out of one budget line. Pence. */
export interface PaperMoney {
  readonly id: string
  readonly paper: string
  readonly fund: string
  readonly fundTitle: string
  readonly line: string
  readonly lineTitle: string
  readonly year: number
  readonly pence: bigint
  /** By which decision it is committed now; undefined: by none. */
  readonly decision: string | undefined
}

const rows = (reader: Reader) =>
  reader
    .selectFrom('commissioning.paper_money as m')
    .innerJoin('commissioning.budget_line as l', 'l.id', 'm.line')
    .innerJoin('commissioning.fund as f', 'f.id', 'm.fund')
    .select(['m.id', 'm.paper', 'm.fund', 'f.title as fundTitle', 'm.line', 'l.title as lineTitle', 'm.year', 'm.pence', 'm.decision'])
    .orderBy('m.year')
    .orderBy('l.title')
    .orderBy('m.id')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const moneyOf = (found: readonly Row[]): readonly PaperMoney[] => found.map((row) => ({ ...row, decision: row.decision ?? undefined }))

/** What a report commits, as far as one may see it. */
export async function findMoneyOfPaper(reader: Reader, paper: string): Promise<readonly PaperMoney[]> {
  return moneyOf(await rows(reader).where('m.paper', '=', paper).execute())
}

/** What the reports of an item commit, and those reports. */
export async function findMoneyOfItem(reader: Reader, item: string) {
  const papers = await findPapersOfItem(reader, item)
  if (papers.length === 0) return { papers, money: [], own: [] }
  const ids = papers.map(({ id }) => id)
  const found = await rows(reader).where(among('m.paper', ids)).execute()
  return { papers, money: moneyOf(found), own: await findOwnBudgets(reader, ids) }
}

/** What a decision commits out of lines of funds, and the own budgets that the reports of its item name. */
export async function findMoneyOfDecision(reader: Reader, decision: string) {
  const money = moneyOf(await rows(reader).where('m.decision', '=', decision).execute())
  const item = (await findDecision(reader, decision))?.item ?? undefined
  const papers = item === undefined ? [] : await findPapersOfItem(reader, item)
  const own = await findOwnBudgets(
    reader,
    papers.map(({ id }) => id),
  )
  return { money, own }
}

/** What reports name of a year of a fund, whether decided yet or not. */
export async function findMoneyOfYear(reader: Reader, fund: string, year: number): Promise<readonly PaperMoney[]> {
  return moneyOf(await rows(reader).where('m.fund', '=', fund).where('m.year', '=', year).execute())
}

/** A report with what the matrix asks of it. @throws NotFound */
export async function findReportForMoney(reader: Reader, id: string) {
  const paper = await findPaper(reader, id)
  return {
    paper,
    guarded: { record: 'paper-money', state: 'any', ties: { body: paper.body, leads: [paper.author] } },
    isOpen: paper.state === 'draft' || paper.state === 'in_checking',
  }
}
