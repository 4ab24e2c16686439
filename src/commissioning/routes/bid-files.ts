import { type Context, Hono } from 'hono'
import { readAs, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { instantInWords } from '#platform/time/words.ts'
import { doerOf, form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { lookAtBids } from '../commands/bid-call.ts'
import * as commands from '../commands/bid-file.ts'
import { parseBidFile, parseNothing } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { bidPaths } from '../pipeline-paths.ts'
import { type BidFile, findBidFile, findBidFiles } from '../queries/bid-files.ts'
import { findBids } from '../queries/bids.ts'
import { findProviders } from '../queries/providers.ts'
import { callState } from '../rules/bid.ts'
import { type AskedCall, callGate, lookGate } from './bids.tsx'
import { formAt } from './endpoint.ts'

/** Files that go with sealed bids: added and withdrawn by the provider until the last moment, fetched by it, and once the bids are opened by those who may look (C8). */
export function bidFileRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/bid-calls/:call/files', callGate('bid'), async (asked) =>
    form(await fileShape(asked), parseBidFile, async (doer, input) =>
      leadTo(await commands.addBidFile(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/files/:file/withdraw', callGate('bid'), async (asked) => {
    const file = (await findBidFiles(asked.reader, asked.call.id)).find(({ id }) => id === asked.part('file'))
    if (!file) throw new NotFound('No such file.')
    return form(withdrawShape(asked, file), parseNothing, async (doer) =>
      leadTo(await commands.withdrawBidFile(needs, doer, asked.call.id, file.id), bidPaths.call),
    )
  })
  app.get('/bid-calls/:call/files/:file', (c) => fetchFile(needs, c))
  return app
}

/** A provider fetches its own; whoever may look at opened bids does it in a look that is written down. */
async function fetchFile(needs: CommissioningNeeds, c: Context<AppEnv, '/bid-calls/:call/files/:file'>): Promise<Response> {
  const visit = c.get('visit')
  const own = await readAs(needs.db, visit, async (reader) => {
    const asked = await callGate('read')(reader, c)
    return findBidFile(reader, asked.call.id, asked.part('file'))
  })
  const file =
    own ??
    (await writeAs(needs.db, visit, async (tx) => {
      const asked = await lookGate(tx, c)
      await lookAtBids(tx, doerOf(visit), asked.call)
      return findBidFile(tx, asked.call.id, asked.part('file'))
    }))
  if (!file) throw new NotFound('No such file.')
  return c.body(new Uint8Array(file.content), 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'cache-control': 'private, no-store',
  })
}

async function fileShape({ reader, visit, body, call, own }: AskedCall): Promise<FormShape> {
  const bidders = new Set((await findBids(reader, [call.id])).map(({ provider }) => provider))
  const mine = await findProviders(
    reader,
    own.filter((one) => bidders.has(one)),
  )
  const [first, ...more] = mine
  const isOpen = callState(call, visit.now) === 'open'
  return {
    title: 'Add a file to your bid',
    caption: call.title,
    lead: !isOpen
      ? 'The last moment for bids is over: the files stand as they are.'
      : first === undefined
        ? 'Hand in the bid first: a file goes with it.'
        : `It is sealed as the bid is: nobody but you reads it, or what it is called, before the bids are opened. You may withdraw it until ${instantInWords(call.closesAt)}.`,
    breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
    closed: !isOpen || first === undefined,
    groups: [
      {
        fields: [
          more.length === 0
            ? { kind: 'hidden', name: 'provider', label: '' }
            : {
                kind: 'select',
                name: 'provider',
                label: 'For which provider?',
                options: mine.map(({ id, name }) => ({ value: id, text: name })),
              },
          {
            ...{ kind: 'file', name: 'file', label: 'Which file?' },
            hint: 'A PDF, a Word file, a spreadsheet, slides or a picture, of 10 MB at most. Ten files go with a bid',
          },
        ],
      },
    ],
    submit: 'Add it',
    first: { provider: first?.id ?? '' },
    cancel: bidPaths.call(call.id),
  }
}

const withdrawShape = ({ visit, body, call }: AskedCall, { name }: BidFile): FormShape => ({
  title: 'Withdraw this file',
  caption: call.title,
  lead: `${name}. Your bid and its other files stay as they are.`,
  warning: 'Nothing of it stays here. Until the last moment for bids you may add it again.',
  breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
  closed: callState(call, visit.now) !== 'open',
  groups: [],
  submit: 'Withdraw it',
  look: 'warning',
  first: {},
  cancel: bidPaths.call(call.id),
})
