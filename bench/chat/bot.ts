/** The bot as it is installed, in a process of its own; the environment says what it joins. */
import { main } from '../../src/main.ts'

await main()
