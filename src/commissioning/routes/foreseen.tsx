import type { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { sayWhatCame, settleForeseen } from '../commands/foreseen.ts'
import { contractPaths } from '../contract-paths.ts'
import { parseCame, parseSettleForeseen } from '../forms/foreseen.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { foreseenPaths } from '../ocds-paths.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { ForeseenPage } from '../pages/foreseen-page.tsx'
import { findOcidPrefix } from '../queries/contract-releases.ts'
import { listContracts } from '../queries/contracts.ts'
import { findClearedWords, findForeseen, findPlanOcids } from '../queries/foreseen.ts'
import { identifyingSigns } from '../rules/identifying.ts'
import { type ForeseenPurchase, foreseenWords, isForeseenHeld } from '../rules/notices/foreseen.ts'
import { signWords } from '../words/contract.ts'
import { foreseenOf } from './contract-gates.ts'
import { formAt } from './endpoint.ts'
import { boardGate } from './gates.ts'

const at = '/boards/:slug/contracts/foreseen'

/** What a board foresees to buy as it comes out, and what waits for a person; for the clerk who keeps its contracts (C15). */
export function foreseenRoutes(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, at, boardGate('read', foreseenOf), async ({ reader, visit, body }) => {
    const [found, cleared, ocids, prefix] = await Promise.all([
      findForeseen(reader, visit.today, body.id),
      findClearedWords(reader),
      findPlanOcids(reader),
      findOcidPrefix(reader),
    ])
    const lines = found.map((one) => ({ ...one, ocid: ocids.get(one.id), isHeld: isForeseenHeld(one, cleared.get(one.id) ?? new Set()) }))
    return <ForeseenPage visit={visit} board={body} lines={lines} hasPrefix={prefix !== undefined} />
  })
  formAt(app, needs, `${at}/:foreseen/settle`, boardGate('settle', foreseenOf), async (asked) => {
    const purchase = await purchaseOf(asked)
    return form(settleShape(asked, purchase), parseSettleForeseen, async (doer, input) =>
      leadTo(await settleForeseen(needs, doer, asked.body.id, purchase.id, input), () => foreseenPaths.ofBoard(asked.body.slug)),
    )
  })
  formAt(app, needs, `${at}/:foreseen/contract`, boardGate('settle', foreseenOf), async (asked) => {
    const purchase = await purchaseOf(asked)
    return form(await cameShape(asked, purchase), parseCame, async (doer, input) =>
      leadTo(await sayWhatCame(needs, doer, asked.body.id, purchase.id, input), () => foreseenPaths.ofBoard(asked.body.slug)),
    )
  })
}

async function purchaseOf({ reader, visit, body, part }: AskedBoard): Promise<ForeseenPurchase> {
  const found = (await findForeseen(reader, visit.today, body.id)).find(({ id }) => id === part('foreseen'))
  if (found === undefined) throw new NotFound('Nothing like that is foreseen.')
  return found
}

const shapeOf = ({ body }: AskedBoard, { title }: ForeseenPurchase) => ({
  caption: title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Contracts', href: contractPaths.ofBoard(body.slug) },
    { text: 'What is foreseen, as open data', href: foreseenPaths.ofBoard(body.slug) },
  ),
  cancel: foreseenPaths.ofBoard(body.slug),
})

function settleShape(asked: AskedBoard, purchase: ForeseenPurchase): FormShape {
  const words = foreseenWords(purchase)
  const signs = identifyingSigns(words, null)
  return {
    ...shapeOf(asked, purchase),
    title: 'Decide whether these words may come out',
    lead:
      signs.length === 0
        ? 'Nothing in these words suggests that a person could be told from them.'
        : `Look closely: ${signs.map((sign) => signWords[sign]).join('; ')}. Better than to let it out is to write it so that nobody can be told from it.`,
    above: <p class="govuk-inset-text">{words}</p>,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'settled', label: 'May everybody read these words?' },
            options: [
              { value: 'cleared', text: 'Yes: nobody can be told from them' },
              { value: 'held', text: 'No: they are held back', hint: 'If they came out, they are taken back' },
            ],
          },
          { kind: 'lines', name: 'because', label: 'Why?', rows: 3 },
          { kind: 'hidden', name: 'words', label: 'Words' },
        ],
      },
    ],
    submit: 'Record',
    first: { words },
  }
}

async function cameShape(asked: AskedBoard, purchase: ForeseenPurchase): Promise<FormShape> {
  const contracts = await listContracts(asked.reader, asked.body.id, asked.visit.today)
  return {
    ...shapeOf(asked, purchase),
    title: 'Say which contract came of it',
    lead: 'Once that contract is public it comes out under the id under which it was foreseen. A contract that is out already keeps its own.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'contract', label: 'Which contract came of it?', none: 'None yet' },
            options: contracts.map(({ id, title }) => ({ value: id, text: title })),
          },
        ],
      },
    ],
    submit: 'Save',
    first: { contract: purchase.contract ?? '' },
  }
}
