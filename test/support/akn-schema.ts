import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { sharedPath } from './shared.ts'

/** Says what is wrong with a document by the schema of Akoma Ntoso 3.0; an empty list for nothing. */
export function aknValidator(): (xml: string) => readonly string[] {
  const path = sharedPath('standards/akoma-ntoso/schema/akomantoso30.xsd')
  if (path === null) throw new Error('The schema is not there.')
  xmlRegisterFsInputProviders()
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path })
  const validator = XsdValidator.fromDoc(schema)
  return (xml) => {
    let document: XmlDocument | undefined
    try {
      document = XmlDocument.fromString(xml)
      validator.validate(document)
      return []
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    } finally {
      document?.dispose()
    }
  }
}
