import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { hold } from '#platform/documents/references.ts'
import type { FileTaken } from '#platform/paper/file-findings.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../../needs.ts'
import type { Proposal } from '../../../queries/paper-files.ts'
import { type FileRole, mostFiles, tidyFileName } from '../../../rules/paper-file.ts'
import { type Draft, documentsOf, fileIn, holderOfFile, inDraft, takeOut } from './in-draft.ts'

/** A file that was checked and put into the store. */
export interface KeptFile extends Pick<FileTaken, 'kind' | 'mediaType' | 'extension' | 'pages' | 'findings'> {
  /** As the browser told it. */
  readonly name: string
  readonly document: string
  readonly bytes: number
  /** The file as it came, where readers get one that was written anew; undefined where they get the same. */
  readonly original: { readonly document: string; readonly bytes: number } | undefined
}

/** What an author says about a file. */
export interface FileInput {
  readonly role: FileRole
  /** '': the file's own name says it. */
  readonly title: string
  readonly alternativeText: string
}

/** Adds a file to the draft of a paper (M4). The same file brought twice, as by a second click, is there once. */
export async function addFile(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  paper: string,
  input: FileInput,
  file: KeptFile,
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-added', async (tx, found) => {
    if (found.files.some((one) => cameAs(one) === cameAs(file) && one.role === input.role)) return succeed(file.document)
    if (found.files.length >= mostFiles) return fail({ field: '', code: 'too-many-files', details: { max: mostFiles } })
    await insertFile(tx, doer, found, input, file)
    return succeed(file.document)
  })
}

const cameAs = ({ document, original }: Pick<KeptFile, 'document' | 'original'>): string => original?.document ?? document

/** Puts a new file in the place of one that was brought before. */
export async function replaceFile(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  paper: string,
  before: string,
  input: Omit<FileInput, 'role'>,
  file: KeptFile,
): Promise<Result<null, FieldProblem>> {
  return inDraft(needs, doer, paper, 'file-replaced', async (tx, found) => {
    const { role, position, ...old } = fileIn(found, before)
    if (role === 'source') return fail({ field: '', code: 'not-writable' })
    if (role === 'paper' && file.kind !== 'pdf') return fail({ field: 'file', code: 'file-paper-is-pdf' })
    if (file.kind === 'docx') return fail({ field: 'file', code: 'file-word-is-text' })
    if (file.kind === 'image' && input.alternativeText === '') return fail({ field: 'alternativeText', code: 'alternative-text-missing' })
    await insertFile(tx, doer, found, { ...input, role }, file, { position })
    await takeOut(tx, { ...old, role, position })
    return succeed(file.document)
  })
}

/** Writes the row and holds the document, in the transaction of the caller. Returns the new id. */
export async function insertFile(
  tx: Writer,
  doer: Doer,
  { draft, paper, files }: Draft,
  input: FileInput,
  file: KeptFile,
  more: { readonly position?: number; readonly proposal?: Proposal } = {},
): Promise<string> {
  const id = newId()
  const fileName = tidyFileName(file.name, file.extension)
  await tx
    .insertInto('meetings.paper_file')
    .values({
      id,
      paper_version: draft.id,
      meeting: paper.meeting,
      position: more.position ?? 1 + Math.max(0, ...files.map(({ position }) => position)),
      role: input.role,
      kind: file.kind,
      title: input.title || fileName.replace(/\.[^.]+$/, ''),
      file_name: fileName,
      media_type: file.mediaType,
      bytes: BigInt(file.bytes),
      document: file.document,
      original: file.original?.document ?? null,
      original_bytes: file.original ? BigInt(file.original.bytes) : null,
      pages: file.pages,
      alternative_text: input.alternativeText,
      findings: JSON.stringify(file.findings),
      proposal: more.proposal ? JSON.stringify(more.proposal) : null,
      made_by: doer.actor,
      made_at: doer.now,
    })
    .execute()
  for (const document of documentsOf(file)) await hold(tx, document, holderOfFile, id)
  return id
}
