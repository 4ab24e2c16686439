import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

const PUBLIC_BYTES = 44 // X25519 as SubjectPublicKeyInfo: a fixed prefix of 12 bytes and the 32 of the key
const PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const TAG_BYTES = 16
/** Every message is sealed under a key of its own, so that the counter may start at nothing. */
const NONCE = Buffer.alloc(12)

/** A key pair of a box: whoever has the public half can put something in, and only the private half opens it. */
export interface BoxKeys {
  /** 44 bytes. */
  readonly publicKey: Buffer
  /** 48 bytes. */
  readonly privateKey: Buffer
}

/** Makes a key pair (X25519, RFC 7748). */
export function makeBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

const publicOf = (bytes: Uint8Array): KeyObject => createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' })
const privateOf = (bytes: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })

function messageKey(shared: Buffer, sender: Uint8Array, box: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([sender, box]), 'goldenthread sealed box', 32))
}

/**
 * Seals a message for a box: what comes out is 48 bytes longer, says nothing of what is in it, and differs each time (X25519, HKDF, AES-256-GCM).
 * @param label - what it belongs to; the same is needed to open it, so that nothing sealed for one thing can be put under another
 */
export function seal(publicKey: Uint8Array, label: string, message: Uint8Array): Buffer {
  if (publicKey.length !== PUBLIC_BYTES) throw new Error(`A public key has ${PUBLIC_BYTES} bytes, not ${publicKey.length}.`)
  const sender = makeBoxKeys()
  const shared = diffieHellman({ privateKey: privateOf(sender.privateKey), publicKey: publicOf(publicKey) })
  const senderKey = sender.publicKey.subarray(PREFIX.length)
  const cipher = createCipheriv('aes-256-gcm', messageKey(shared, senderKey, publicKey), NONCE).setAAD(Buffer.from(label))
  return Buffer.concat([senderKey, cipher.update(message), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed. @throws where it was sealed for another box or label, or was changed. */
export function unseal(keys: BoxKeys, label: string, sealed: Uint8Array): Buffer {
  const senderKey = sealed.subarray(0, PUBLIC_BYTES - PREFIX.length)
  const shared = diffieHellman({ privateKey: privateOf(keys.privateKey), publicKey: publicOf(Buffer.concat([PREFIX, senderKey])) })
  const decipher = createDecipheriv('aes-256-gcm', messageKey(shared, senderKey, keys.publicKey), NONCE).setAAD(Buffer.from(label))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(senderKey.length, sealed.length - TAG_BYTES)), decipher.final()])
}

/** 32 bytes by which the same words are known again while the private key is there, and which say nothing once it is gone. */
export function markOf(privateKey: Uint8Array, words: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', privateKey, Buffer.alloc(0), 'goldenthread mark', 32))
  return createHmac('sha256', key).update(words).digest()
}
