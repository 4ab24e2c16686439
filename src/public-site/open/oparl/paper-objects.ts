import { meetingPaths } from '#meetings/paths.ts'
import { editionName } from '#meetings/public.ts'
import type { OpenBroughtFile, OpenItem, OpenMeeting, OpenPaper, OpenPublication } from '#meetings/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { publicationInWords } from '../../words.ts'
import type { Draft, Embedded, Mapping } from './drafts.ts'
import { given, type OparlProperties } from './values.ts'

const roles: Readonly<Record<OpenItem['purpose'], string>> = {
  decision: 'For decision',
  discussion: 'For discussion',
  information: 'For information',
  planning: 'For planning',
  procedure: 'Procedure',
  not_stated: '',
}

/** The papers of a meeting, each with its files and with the consultation that ties it to its item. */
export function paperObjects(mapping: Mapping, meeting: OpenMeeting): readonly Draft[] {
  const items = new Map(meeting.items.map((item) => [item.id, item]))
  return meeting.papers.flatMap((paper) => [
    ...(paper.hasText ? [textFile(mapping, meeting, paper)] : []),
    ...paper.files.map((file) => broughtFile(mapping, meeting, paper, file)),
    consultationObject(mapping, meeting, paper, items.get(paper.item)),
    paperObject(mapping, meeting, paper),
  ])
}

function paperObject({ addresses, place }: Mapping, meeting: OpenMeeting, paper: OpenPaper): Draft {
  const own = { type: 'File', without: ['paper', 'agendaItem', 'meeting'] } as const
  const brought = paper.files.find(({ role }) => role === 'paper')
  // The text that was written here is the paper; a file that was brought is, where there is no text.
  const main = paper.hasText ? paper.version : brought?.id
  const rest = paper.files.filter(({ id }) => id !== main)
  const embedded: Record<string, Embedded | readonly Embedded[]> = {
    ...(main === undefined ? {} : { mainFile: { ...own, id: main } }),
    ...(rest.length === 0 ? {} : { auxiliaryFile: rest.map(({ id }) => ({ ...own, id })) }),
    consultation: [{ type: 'Consultation', id: paper.id, without: ['paper'] }],
  }
  return {
    type: 'Paper',
    id: paper.id,
    organizations: [],
    properties: given({
      body: addresses.of('Body', place),
      name: paper.title,
      paperType: 'Report',
      date: paper.publishedOn?.toString(),
      web: `${addresses.site}${meetingPaths.item(meeting.id, paper.item)}`,
    }),
    embedded,
  }
}

function consultationObject({ addresses }: Mapping, meeting: OpenMeeting, paper: OpenPaper, item: OpenItem | undefined): Draft {
  return {
    type: 'Consultation',
    id: paper.id,
    organizations: [meeting.body, ...meeting.jointBodies],
    properties: given({
      paper: addresses.of('Paper', paper.id),
      agendaItem: addresses.of('AgendaItem', paper.item),
      meeting: addresses.of('Meeting', meeting.id),
      organization: [meeting.body, ...meeting.jointBodies].map((body) => addresses.of('Organization', body)),
      authoritative: item === undefined || item.purpose === 'not_stated' ? undefined : item.purpose === 'decision',
      role: item === undefined ? undefined : roles[item.purpose],
    }),
  }
}

function fileDraft({ addresses }: Mapping, id: string, properties: OparlProperties): Draft {
  return {
    type: 'File',
    id,
    organizations: [],
    properties: { ...properties, accessUrl: addresses.file(id, 'access'), downloadUrl: addresses.file(id, 'download') },
  }
}

function backReferences({ addresses }: Mapping, meeting: OpenMeeting, paper: OpenPaper) {
  return {
    meeting: [addresses.of('Meeting', meeting.id)],
    agendaItem: [addresses.of('AgendaItem', paper.item)],
    paper: [addresses.of('Paper', paper.id)],
  }
}

function textFile(mapping: Mapping, meeting: OpenMeeting, paper: OpenPaper): Draft {
  const properties = given({
    name: paper.title,
    fileName: textFileName(paper.title),
    mimeType: 'text/html',
    date: paper.publishedOn?.toString(),
    ...backReferences(mapping, meeting, paper),
  })
  return fileDraft(mapping, paper.version, properties)
}

/** The name under which the text of a paper is saved: letters, digits and hyphens of its title. */
export function textFileName(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${words === '' ? 'paper' : words}.html`
}

function broughtFile(mapping: Mapping, meeting: OpenMeeting, paper: OpenPaper, file: OpenBroughtFile): Draft {
  return fileDraft(mapping, file.id, {
    ...given({ date: paper.publishedOn?.toString(), ...backReferences(mapping, meeting, paper) }),
    ...fileFacts(file),
  })
}

function fileFacts(file: OpenBroughtFile): OparlProperties {
  return given({
    name: file.title,
    fileName: file.fileName,
    mimeType: file.mediaType,
    size: file.bytes,
    'goldenthread:pages': file.pages,
    'goldenthread:sha256': file.document,
  })
}

/** What is filed with the minutes: statements that were read out, presentations that were shown. */
export function filedFiles(mapping: Mapping, meeting: OpenMeeting): readonly Draft[] {
  const { addresses } = mapping
  return meeting.filed.map((file) =>
    fileDraft(mapping, file.id, {
      ...given({
        date: dayOf(file.filedOn).toString(),
        meeting: [addresses.of('Meeting', meeting.id)],
        agendaItem: [addresses.of('AgendaItem', file.item)],
      }),
      ...fileFacts(file),
    }),
  )
}

/** A pack, a supplement, a correction or minutes as a file; none until it is made. */
export function publicationFile(mapping: Mapping, meeting: OpenMeeting, publication: OpenPublication): readonly Draft[] {
  const { kind, number } = publication
  if (publication.document === null) return []
  const properties = given({
    name: `${publicationInWords(kind, number)}, meeting of ${dayInWords(meeting.heldOn)}`,
    fileName: editionName({ kind, number, heldOn: meeting.heldOn }),
    mimeType: 'application/pdf',
    date: publication.publishedOn.toString(),
    meeting: [mapping.addresses.of('Meeting', meeting.id)],
    'goldenthread:pages': publication.pages,
    'goldenthread:sha256': publication.document,
  })
  return [fileDraft(mapping, publication.id, properties)]
}
