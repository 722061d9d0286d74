#!/usr/bin/env node
import { prepare } from './prepare.mjs'

prepare()
const { main } = await import('../dist/main.js')
await main()
