import { decimalOf, grantId, type NoticeParty, type OpenTerms } from '#commissioning/public.ts'
import type { OpenContract } from '#commissioning/public-data.ts'

/** Who gives out, and where. */
export interface GivingPublisher {
  readonly name: string
  readonly publicUrl: string
  readonly terms: OpenTerms
}

type Json = Readonly<Record<string, unknown>>

const organisation = ({ id, name, identifiers }: NoticeParty): Json => {
  const numberOf = (scheme: string): string | undefined => identifiers.find((one) => one.scheme === scheme)?.value
  const [charity, company] = [numberOf('GB-CHC'), numberOf('GB-COH')]
  return { id, name, ...(charity ? { charityNumber: charity } : {}), ...(company ? { companyNumber: company } : {}) }
}

/**
 * A grant as the 360Giving Data Standard 1.1 has it; undefined for what is no grant, waits for a person, or lacks what the standard demands: a sum, a day of award,
 * a recipient. A sum is never split between recipients and never guessed.
 */
export function grantOf(
  { id, isHeld, process }: OpenContract,
  today: Temporal.PlainDate,
  { publicUrl, terms }: GivingPublisher,
): Json | undefined {
  const { regime, buyers, suppliers, title, summary, startsOn, endsOn } = process
  const pence = process.gross ?? process.net
  const amount = pence === null ? undefined : decimalOf(pence)
  const awardedOn = process.awardedOn ?? process.signedOn
  const [funder] = buyers
  const isAwarded = awardedOn !== undefined && Temporal.PlainDate.compare(awardedOn, today) <= 0
  if (regime !== 'grant' || isHeld || amount === undefined || !isAwarded || funder === undefined || suppliers.length === 0) return undefined
  const recipients = new Map(suppliers.map(({ party }) => [party.id, party]))
  return {
    ...{ id: grantId(terms.grantPrefix, id), title, description: summary === '' ? title : summary },
    ...{ currency: 'GBP', amountAwarded: amount, awardDate: awardedOn.toString() },
    recipientOrganization: [...recipients.values()].map(organisation),
    fundingOrganization: [organisation(funder)],
    ...(startsOn === undefined
      ? {}
      : {
          plannedDates: [
            { startDate: startsOn.toString(), ...(endsOn === undefined ? {} : { endDate: endsOn.subtract({ days: 1 }).toString() }) },
          ],
        }),
    dataSource: `${publicUrl}/contracts/${id}`,
  }
}

/** A package of grants; undefined where there is none, which the standard knows no package for. */
export function grantPackage(
  contracts: readonly OpenContract[],
  today: Temporal.PlainDate,
  publisher: GivingPublisher,
  path: string,
): string | undefined {
  const grants = contracts.flatMap((one) => grantOf(one, today, publisher) ?? [])
  if (grants.length === 0) return undefined
  const { name, publicUrl, terms } = publisher
  return JSON.stringify({
    ...{ version: '1.1', title: `Grants of ${name === '' ? publicUrl : name}`, issued: today.toString() },
    ...(terms.licence === undefined ? {} : { license: terms.licence.uri }),
    ...{ publisher: { name: name === '' ? publicUrl : name, website: publicUrl } },
    ...{ downloadURL: `${publicUrl}${path}`, accessURL: `${publicUrl}/open`, grants },
  })
}
