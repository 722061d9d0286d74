#!/usr/bin/env node
import { prepare } from './prepare.mjs'

prepare()
// A stack names the file and line of the source, not of the bundle.
process.setSourceMapsEnabled(true)
const { main } = await import('../dist/main.js')
await main()
