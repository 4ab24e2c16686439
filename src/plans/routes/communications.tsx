import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Asked, type BodySummary, findBodiesById } from '#governance/public-data.ts'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  addCommunicationItem,
  callOffCommunicationItem,
  changeCommunicationItem,
  reportCommunicationItem,
} from '../commands/communication-items.ts'
import { beginCommunication, changeCommunication, closeCommunication, showCommunication } from '../commands/communications.ts'
import {
  parseCallOff,
  parseChangedCommunication,
  parseChangedItem,
  parseCloseCommunication,
  parseCommunication,
  parseCommunicationItem,
  parseReportItem,
  parseShowCommunication,
} from '../forms/communication.ts'
import type { PlansNeeds } from '../needs.ts'
import { CommunicationPage } from '../pages/communication-page.tsx'
import { CommunicationsPage } from '../pages/communications-page.tsx'
import { communicationPaths } from '../paths.ts'
import { findCommunicationItems, guardedCommunications, guardedItem, listAbouts, listCommunications } from '../queries/communications.ts'
import { communicationProblemWords } from '../words/communication.ts'
import { type AskedCommunication, communicationGate, itemGate, openCommunicationGate } from './communication-gates.ts'
import { addShape, beginShape, callOffShape, closeShape, editItemShape, editShape, reportShape, showShape } from './communication-shapes.ts'
import { begin, ofBoard } from './gates.ts'

const formAt = formsWith(communicationProblemWords)
const back = ({ communication }: AskedCommunication): string => communicationPaths.communication(communication.id)

/** Communication plans: who is to hear what, and what came of it (P12). */
export function communicationRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  pageAt(app, needs, communicationPaths.all, begin, async (asked) => listPage(asked, undefined))
  pageAt(
    app,
    needs,
    '/boards/:slug/communications',
    (reader, c) => ofBoard(reader, c, guardedCommunications, 'read'),
    async (asked) => listPage(asked, asked.body),
  )
  formAt(
    app,
    needs,
    '/boards/:slug/communications/new',
    async (reader, c) => ({ ...(await ofBoard(reader, c, guardedCommunications, 'make')), about: c.req.query('about') }),
    async (asked) =>
      form(await beginShape(needs, asked, asked.about), parseCommunication, async (doer, input) =>
        leadTo(await beginCommunication(needs, doer, asked.body.id, input), ({ id }) => communicationPaths.communication(id)),
      ),
  )
  pageAt(app, needs, '/communications/:communication', communicationGate, async (asked) => onePage(needs, asked))
  formAt(app, needs, '/communications/:communication/edit', openCommunicationGate('keep'), async (asked) =>
    form(await editShape(needs, asked), parseChangedCommunication, async (doer, input) =>
      leadTo(await changeCommunication(needs, doer, asked.communication.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/communications/:communication/show', openCommunicationGate('keep'), async (asked) =>
    form(showShape(asked), parseShowCommunication, async (doer, input) =>
      leadTo(await showCommunication(needs, doer, asked.communication.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/communications/:communication/close', openCommunicationGate('keep'), async (asked) =>
    form(closeShape(asked), parseCloseCommunication, async (doer, input) =>
      leadTo(await closeCommunication(needs, doer, asked.communication.id, input), () => back(asked)),
    ),
  )
  itemRoutes(app, needs)
}

function itemRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/communications/:communication/add', openCommunicationGate('change'), async (asked) =>
    form(await addShape(asked), parseCommunicationItem, async (doer, input) =>
      leadTo(await addCommunicationItem(needs, doer, asked.communication.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/communication-items/:item/edit', itemGate('change'), async (asked) =>
    form(await editItemShape(asked), parseChangedItem, async (doer, input) =>
      leadTo(await changeCommunicationItem(needs, doer, asked.item.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/communication-items/:item/report', itemGate('report'), async (asked) =>
    form(reportShape(asked), parseReportItem, async (doer, input) =>
      leadTo(await reportCommunicationItem(needs, doer, asked.item.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/communication-items/:item/call-off', itemGate('change'), async (asked) =>
    form(callOffShape(asked), parseCallOff, async (doer, input) =>
      leadTo(await callOffCommunicationItem(needs, doer, asked.item.id, input), () => back(asked)),
    ),
  )
}

async function listPage(asked: Asked, board: BodySummary | undefined): Promise<JSX.Element> {
  const { reader, visit } = asked
  const communications = await listCommunications(reader, board?.id)
  const ids = communications.map(({ id }) => id)
  const [items, boards] = await Promise.all([
    findCommunicationItems(reader, ids),
    board
      ? []
      : findBodiesById(
          reader,
          communications.map(({ body }) => body),
          visit.today,
        ),
  ])
  const lines = communications.map((communication) => ({
    communication,
    items: items.filter((item) => item.communication === communication.id),
    board: boards.find(({ id }) => id === communication.body),
  }))
  const mayMake = board !== undefined && asked.may(guardedCommunications(board.id), 'make')
  return <CommunicationsPage visit={visit} board={board} lines={lines} mayMake={mayMake} />
}

async function onePage(needs: PlansNeeds, asked: AskedCommunication): Promise<JSX.Element> {
  const { reader, visit, communication, board, mayChange, mayKeep } = asked
  const [items, abouts] = await Promise.all([
    findCommunicationItems(reader, [communication.id]),
    communication.about ? listAbouts(needs, reader, communication.body, visit.today) : [],
  ])
  const about = abouts.find(({ kind, id }) => kind === communication.about?.kind && id === communication.about.id)
  const reports = new Set(
    items
      .filter(
        (item) => communication.closedOn === null && item.calledOffOn === null && asked.may(guardedItem(communication, item), 'report'),
      )
      .map(({ id }) => id),
  )
  return <CommunicationPage {...{ visit, board, communication, items, about, mayChange, mayKeep, reports }} />
}
