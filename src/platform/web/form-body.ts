import type { HonoRequest } from 'hono'
import { PartsRefused, type ReadParts, readMultipart } from '#platform/documents/uploads/read-multipart.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'

/** What a form posted: one string a name, a list where the name came more than once, or an uploaded file. */
export type FormBody = Readonly<Record<string, string | readonly string[] | UploadedFile>>

/** Most fields that one form may post. */
const maxFields = 3000

/** The body is no form, or has too many fields; answered with 400. */
export class UnreadableBody extends Error {}

/** A body is larger than the house takes; answered with 413. */
export class TooLarge extends Error {}

const read = new WeakMap<HonoRequest, Promise<FormBody>>()
const kept = new WeakMap<HonoRequest, ReadParts>()

/** Reads the posted form of a request, urlencoded or multipart; the second call gives the same answer. */
export function readForm({ req }: { readonly req: HonoRequest }): Promise<FormBody> {
  const known = read.get(req)
  if (known) return known
  const reading = parseBody(req)
  read.set(req, reading)
  return reading
}

/** Removes the files that came with a request; called once it is answered. */
export async function discardFiles({ req }: { readonly req: HonoRequest }): Promise<void> {
  await read.get(req)?.catch(() => {})
  await kept.get(req)?.discard()
}

async function parseBody(request: HonoRequest): Promise<FormBody> {
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return collect(new URLSearchParams(await request.text()))
  if (type === 'multipart/form-data') return collect((await parts(request)).entries)
  // A POST without a body, as a test or a script sends it, is an empty form; any other type is none.
  if (!type && (await request.text()) === '') return collect([])
  throw new UnreadableBody('This address takes a form.')
}

async function parts(request: HonoRequest): Promise<ReadParts> {
  const length = request.header('content-length')
  try {
    const found = await readMultipart(
      request.raw.body,
      request.header('content-type') ?? '',
      length === undefined ? undefined : Number(length),
    )
    kept.set(request, found)
    return found
  } catch (error) {
    if (error instanceof PartsRefused && error.reason === 'too-large') throw new TooLarge(error.message)
    throw new UnreadableBody('The form could not be read.', { cause: error })
  }
}

function collect(entries: Iterable<readonly [string, string | UploadedFile]>): FormBody {
  // No prototype: a field named 'constructor' is a field like any other.
  const body: Record<string, string | string[] | UploadedFile> = Object.create(null)
  let count = 0
  for (const [name, value] of entries) {
    count += 1
    if (count > maxFields) throw new UnreadableBody('The form has too many fields.')
    const before = body[name]
    if (typeof value !== 'string') body[name] = value
    else if (typeof before === 'string') body[name] = [before, value]
    else if (Array.isArray(before)) before.push(value)
    else if (before === undefined) body[name] = value
  }
  return body
}
