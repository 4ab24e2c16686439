import type { Context } from 'hono'
import type { Reader } from '#platform/database/session.ts'
import type { PageProblem } from '#platform/web/page.tsx'
import { renderNode } from '#platform/web/render.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { LivePage } from '../../pages/live/live-page.tsx'
import { LivePart } from '../../pages/live/live-part.tsx'
import { findRevisions } from '../../queries/live/revisions.ts'
import { readLive } from '../../queries/live/shared.ts'
import { askLive, partAsked, partsAsked, partsFor } from './ask.ts'
import { type AskedLive, drawers, sentencesOf } from './parts.ts'

type Refused = AskedLive['refused']

/** The whole page; 422 where a form of it was refused. */
export async function livePage(needs: MeetingsNeeds, c: Context<AppEnv, string>, refused?: Refused): Promise<Response> {
  const page = await readLive(needs.db, c.get('visit'), c.req.param('id') ?? '', async (reader) => {
    const asked = await askAtThisMoment(needs, reader, c, refused)
    // Read before the parts: what is drawn is at least as new as its revision says.
    const revisions = await findRevisions(reader, asked.meeting.id, asked.sight)
    const parts = []
    for (const part of partsFor(asked)) {
      const content = await drawers[part]?.(asked)
      if (content !== undefined) parts.push({ part, revision: revisions.get(part) ?? 0, content })
    }
    return (
      <LivePage
        visit={asked.visit}
        meeting={asked.meeting}
        board={asked.body}
        sight={asked.sight}
        parts={parts}
        problems={problemsOf(refused)}
      />
    )
  })
  return c.html(page, refused ? 422 : 200)
}

/**
 * A request may have waited for what was entered after it came. What is drawn is judged at an instant after all that the reader sees, or an item would be on
 * before it began, and whoever had to leave for it still be counted.
 */
async function askAtThisMoment(needs: MeetingsNeeds, reader: Reader, c: Context<AppEnv, string>, refused?: Refused): Promise<AskedLive> {
  const asked = await askLive(reader, c, 'read', refused)
  return needs.clock === undefined ? asked : { ...asked, visit: { ...asked.visit, now: needs.clock.now() } }
}

function problemsOf(refused: Refused): readonly PageProblem[] {
  return refused ? sentencesOf(refused.problems).map((text) => ({ text, href: `#form-${refused.form}` })) : []
}

/**
 * The parts that an address names, as fragments of one moment: one part alone with its revision in a header, several each in its element with its
 * revision. Whoever follows hears of several parts at once and asks for them together.
 */
export async function livePartsNamed(needs: MeetingsNeeds, c: Context<AppEnv, string>, names: string): Promise<Response> {
  if (!names.includes(',')) return livePart(needs, c, names)
  const drawn = await readLive(needs.db, c.get('visit'), c.req.param('id') ?? '', async (reader) => {
    const asked = await askAtThisMoment(needs, reader, c)
    const parts = partsAsked(asked, names)
    const revisions = await findRevisions(reader, asked.meeting.id, asked.sight)
    const elements: string[] = []
    for (const part of parts) {
      const content = await drawers[part]?.(asked)
      const element = (
        <LivePart meeting={asked.meeting.id} part={part} revision={revisions.get(part) ?? 0}>
          {content}
        </LivePart>
      )
      elements.push(renderNode(element) ?? '')
    }
    return elements.join('')
  })
  c.header('Cache-Control', 'no-store')
  return c.html(drawn)
}

/** One part as a fragment, with its revision in a header; 422 where a form in it was refused. */
export async function livePart(
  needs: MeetingsNeeds,
  c: Context<AppEnv, string>,
  name: string | undefined,
  refused?: Refused,
): Promise<Response> {
  const { markup, revision } = await readLive(needs.db, c.get('visit'), c.req.param('id') ?? '', async (reader) => {
    const asked = await askAtThisMoment(needs, reader, c, refused)
    const part = partAsked(asked, name)
    const [revisions, content] = await Promise.all([findRevisions(reader, asked.meeting.id, asked.sight), drawers[part]?.(asked)])
    return { markup: renderNode(content) ?? '', revision: revisions.get(part) ?? 0 }
  })
  c.header('X-Revision', String(revision))
  c.header('Cache-Control', 'no-store')
  return c.html(markup, refused ? 422 : 200)
}
