import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { RefusalPage } from '#platform/web/form-page/refusal-page.tsx'
import type { PageLink } from '#platform/web/page.tsx'
import { meetingPaths } from '../paths.ts'
import { findFileOfPaper, findPaperFiles, type PaperFile } from '../queries/paper-files.ts'
import { findPaperVersions, type PaperVersion } from '../queries/papers.ts'
import { isWritable } from '../rules/paper.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedPaper, paperGate } from './gates.ts'

/** A request about the files of a draft; `draft` is undefined where the paper cannot be changed as it stands. */
export type AskedFiles = AskedPaper & { readonly draft: PaperVersion | undefined; readonly files: readonly PaperFile[] }
/** A request about one file of a paper. */
export type AskedFile = AskedPaper & { readonly file: PaperFile }

/** The draft of a paper that one may write, with its files. */
export function draftFilesGate(): Gate<AskedFiles> {
  return async (reader, c) => {
    const asked = await paperGate('write')(reader, c)
    const found = (await findPaperVersions(reader, asked.paper.id)).find(({ state }) => state === 'draft')
    const draft = found && isWritable(asked.paper.state, true) ? found : undefined
    return { ...asked, draft, files: draft ? await findPaperFiles(reader, draft.id) : [] }
  }
}

/** A file of a paper that one may write. */
export function fileGate(): Gate<AskedFile> {
  return async (reader, c) => {
    const asked = await paperGate('write')(reader, c)
    return { ...asked, file: await findFileOfPaper(reader, asked.paper.id, c.req.param('file') ?? '') }
  }
}

/** The way to what is below a paper. */
export function paperCrumbs({ body, meeting, paper }: AskedPaper): readonly PageLink[] {
  return [
    { text: body.name, href: `/boards/${body.slug}` },
    { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
    { text: paper.title, href: meetingPaths.paper(paper.id) },
  ]
}

/** Says that a paper cannot be changed as it stands, and why. */
export function notWritable({ visit, paper }: AskedPaper): JSX.Element {
  return RefusalPage({ visit, sentences: [problemWords({ field: '', code: 'not-writable' }) ?? ''], back: meetingPaths.paper(paper.id) })
}
