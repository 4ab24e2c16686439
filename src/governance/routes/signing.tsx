import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { addAgreement, signVersion } from '../commands/signatures.ts'
import { agreementForm, signForm } from '../forms/induction.ts'
import { TextLink } from '../pages/board-page.tsx'
import { AgreementPage } from '../pages/induction-page.tsx'
import { inductionPath, memberAgreementPath, myInductionPath, termsVersionPath } from '../paths.ts'
import { agreementOn, findToSign, listAgreements, type SignedKind } from '../queries/signatures.ts'
import { versionInWords } from '../words/induction.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** One version of a board's agreement. */
export async function agreementPage({ reader, visit, body, ...asked }: Asked): Promise<JSX.Element> {
  const all = await listAgreements(reader, body.id)
  const agreement = known(all.find(({ number }) => number === asked.number('number')))
  return <AgreementPage visit={visit} body={body} agreement={agreement} inForce={agreementOn(all, visit.today)?.id === agreement.id} />
}

/** Writes a new version of the agreement. */
export async function newAgreement(asked: Asked): Promise<FormSpec<z.output<typeof agreementForm>>> {
  const { id, slug, name } = asked.body
  const [latest] = await listAgreements(asked.reader, id)
  const page = inductionPath(slug)
  return {
    shape: {
      title: 'Write the members’ agreement',
      caption: name,
      lead: 'What members promise when they join. It becomes a version of its own, and from its first day every member is asked to sign it.',
      breadcrumbs: [...toMembers(asked.body), { text: 'Induction', href: page }],
      fields: [
        { kind: 'document', name: 'words', label: 'The words', hint: 'Up to 20,000 characters. An empty line begins a paragraph' },
        { kind: 'day', name: 'startsOn', label: 'First day in force' },
      ],
      submit: 'Save this version',
      first: { words: latest?.words ?? '', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(page),
      warning: 'A version never changes. What is put right later is a new version, which everybody signs again.',
    },
    parse: (posted) => parseForm(agreementForm, posted),
    perform: async (input) =>
      mapped(await addAgreement(asked.db, asked.visit, { ...input, body: id }), ({ number }) => memberAgreementPath(slug, number)),
  }
}

/** Signs one exact version of the terms or of the agreement. */
export function signed(kind: SignedKind) {
  return async (asked: Asked): Promise<FormSpec<z.output<typeof signForm>>> => {
    const { id, slug, name } = asked.body
    const version = known(
      (await findToSign(asked.reader, id, asked.visit.today)).find((one) => one.kind === kind && one.number === asked.number('number')),
    )
    const words = versionInWords(kind, version.number)
    return {
      shape: {
        title: 'Read and sign',
        caption: `${words}, ${name}`,
        breadcrumbs: [{ text: 'Joining and signing', href: myInductionPath }],
        above:
          kind === 'agreement' ? (
            <TypedWords words={version.text} />
          ) : (
            <p>
              <TextLink href={termsVersionPath(slug, version.number)} text={`Read version ${version.number} of the terms`} />. They are also
              there as a PDF.
            </p>
          ),
        fields: [{ kind: 'tick', name: 'agrees', label: `I have read version ${version.number} and agree to it` }],
        submit: 'Sign',
        first: {},
        cancel: backTo(myInductionPath),
        warning: 'Your name, this version and the moment are kept. Only you and the clerks of the board see them.',
      },
      parse: (posted) => parseForm(signForm, posted),
      perform: async () =>
        mapped(await signVersion(asked.db, asked.visit, { body: id, kind, number: version.number }), () => `${myInductionPath}#signed`),
    }
  }
}
