// Reads long texts on a thread of its own. Run by Node itself, without a compiler.
import { parentPort } from 'node:worker_threads'
import { readNow } from './read-now.ts'

parentPort?.on('message', (source: string) => parentPort?.postMessage(readNow(source)))
