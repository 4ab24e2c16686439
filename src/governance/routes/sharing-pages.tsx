import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DocumentStore } from '#platform/documents/store.ts'
import { Forbidden } from '#platform/refusals.ts'
import { allows } from '../commands/permit.ts'
import { AgreementPage, BoardSharingPage, SharingRegisterPage } from '../pages/sharing-pages.tsx'
import { findSharingAgreement, listSharingAgreements, type SharingAgreement, sharingTies } from '../queries/sharing-agreements.ts'
import { type Asked, type DownloadedFile, known } from './endpoint.tsx'

/** The register over all boards. */
export async function sharingRegisterPage({ reader, visit }: Asked): Promise<JSX.Element> {
  return <SharingRegisterPage visit={visit} agreements={await listSharingAgreements(reader, visit.today)} />
}

/** The agreements of one board. */
export async function boardSharingPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const adds = allows(standing, { record: 'sharing-agreement', state: 'public', verb: 'add', ties: { body: body.id } })
  return <BoardSharingPage visit={visit} body={body} agreements={await listSharingAgreements(reader, visit.today, [body.id])} adds={adds} />
}

/** The agreement of an address, of the board of the address. @throws NotFound where there is none that the reader may know of */
export async function agreementOf(asked: Asked): Promise<SharingAgreement> {
  const agreement = known(await findSharingAgreement(asked.reader, asked.id('agreement'), asked.visit.today))
  return known(agreement.of.id === asked.body.id ? agreement : undefined)
}

/** The same, for doing something with it. @throws NotFound, Forbidden */
export async function agreementFor(asked: Asked, verb: string): Promise<SharingAgreement> {
  const agreement = await agreementOf(asked)
  if (!mayWith(asked, agreement, verb)) throw new Forbidden()
  return agreement
}

const mayWith = ({ standing }: Asked, agreement: SharingAgreement, verb: string): boolean =>
  allows(standing, { record: 'sharing-agreement', state: agreement.sight, verb, ties: sharingTies(agreement) })

/** One agreement. */
export async function agreementPage(asked: Asked): Promise<JSX.Element> {
  const agreement = await agreementOf(asked)
  const view = { body: asked.body, agreement, keeps: mayWith(asked, agreement, 'change'), reviews: mayWith(asked, agreement, 'review') }
  return <AgreementPage visit={asked.visit} view={view} />
}

/** The signed paper, to whoever row-level security lets have it. */
export function signedPaperFile(documents: DocumentStore) {
  return async (asked: Asked): Promise<DownloadedFile> => {
    const { document } = await agreementOf(asked)
    const sha256 = known(document)
    return { name: 'sharing-agreement.pdf', type: 'application/pdf', content: () => documents.open(sha256) }
  }
}
