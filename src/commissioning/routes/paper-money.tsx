import { Hono } from 'hono'
import { type AskedBoard, findBodiesById, findStanding, withBody } from '#governance/public-data.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { namePaperMoney } from '../commands/paper-money.ts'
import { parsePaperMoney } from '../forms/fund-money.ts'
import { moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { PaperMoneyCard } from '../pages/paper-money-card.tsx'
import { allows, demandOf } from '../permission.ts'
import { listFunds } from '../queries/funds.ts'
import { findMoneyOfDecision, findMoneyOfItem, findMoneyOfPaper, findReportForMoney, type PaperMoney } from '../queries/paper-money.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from '../words/pence.ts'
import { openLineOptions } from './choices.ts'
import { formAt } from './endpoint.ts'
import { begin } from './gates.ts'

type AskedReport = AskedBoard & Awaited<ReturnType<typeof findReportForMoney>> & { readonly money: readonly PaperMoney[] }

const reportGate: Gate<AskedReport> = async (reader, c) => {
  const asked = await begin(reader, c)
  const found = await findReportForMoney(reader, asked.part('paper'))
  demandOf(asked.standing, asked.visit, found.guarded, 'name')
  return { ...(await withBody(asked, found.paper.body)), ...found, money: await findMoneyOfPaper(reader, found.paper.id) }
}

/** Where the author or the clerk says out of which line a report commits money. */
export function paperMoneyRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/committed-money/:paper', reportGate, async (asked) =>
    form(await moneyShape(asked), parsePaperMoney, async (doer, input) =>
      leadTo(await namePaperMoney(needs, doer, asked.paper.id, input), () => itemAddress(asked.paper)),
    ),
  )
  return app
}

const itemAddress = ({ meeting, item }: { readonly meeting: string; readonly item: string }): string => `/meetings/${meeting}/items/${item}`

/** The lines of the board's funds in years that are not closed. */
async function moneyShape(asked: AskedReport): Promise<FormShape> {
  const { paper, money, isOpen } = asked
  const said = money.map(({ pence, lineTitle, year }) => `${pounds(pence)} out of ${lineTitle}, ${yearInWords(year)}`)
  return {
    title: 'Say which budget line pays',
    caption: paper.title,
    lead: said.length === 0 ? 'No line is named yet.' : `Named so far: ${said.join('; ')}.`,
    breadcrumbs: [{ text: paper.title, href: itemAddress(paper) }],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'line', label: 'Out of which line?' },
            options: await openLineOptions(asked),
          },
          {
            ...{ kind: 'short', name: 'amount', label: 'How much?' },
            hint: 'In pounds. The sums of all lines come to the sum of the report. Leave empty to take the line off the report',
          },
        ],
      },
    ],
    submit: 'Save',
    first: {},
    closed: !isOpen,
    cancel: itemAddress(paper),
  }
}

/** Which money an item or a decision commits, for its page; undefined where it commits none and nobody is asked to name a line. */
export const committedBy: BroughtPart = async (reader, visit, { kind, id, body }) => {
  if (kind === 'decision') {
    const { money, own } = await findMoneyOfDecision(reader, id)
    return money.length === 0 && own.length === 0 ? undefined : <PaperMoneyCard money={money} own={own} links={[]} />
  }
  if (kind !== 'item') return undefined
  const { papers, money, own } = await findMoneyOfItem(reader, id)
  const standing = await findStanding(reader, visit)
  const open = papers.filter(
    (paper) =>
      (paper.state === 'draft' || paper.state === 'in_checking') &&
      allows(standing, { record: 'paper-money', state: 'any', ties: { body: paper.body, leads: [paper.author] } }, 'name'),
  )
  const keepsFunds = open.length > 0 && (await listFunds(reader, body, visit.today)).length > 0
  if (money.length === 0 && own.length === 0 && !keepsFunds) return undefined
  const [board] = await findBodiesById(reader, [body], visit.today)
  if (!board) return undefined
  const links = keepsFunds
    ? open.map((paper) => ({ text: `Say which budget line pays: ${paper.title}`, href: moneyPaths.ofPaper(paper.id) }))
    : []
  return <PaperMoneyCard money={money} own={own} links={links} />
}
