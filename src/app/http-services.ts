import type { Config } from '../config.ts'
import { type CalendarServerParts, serveCalendars } from './calendar-server.ts'
import type { Served } from './http-server.ts'
import { type Metrics, serveMetrics } from './metrics.ts'

/**
 * Opens the configured HTTP ports: health and metrics, and calendar feeds.
 * @throws Problem where a port is not available; ports opened before it are closed again
 */
export async function openHttpServices(
  { metricsPort, calendar }: Pick<Config, 'metricsPort' | 'calendar'>,
  metrics: Metrics,
  parts: CalendarServerParts,
): Promise<Served> {
  const served: Served[] = []
  const close = async () => {
    await Promise.all(served.map((it) => it.close()))
  }
  try {
    if (metricsPort !== undefined) served.push(await serveMetrics(metricsPort, metrics))
    if (calendar) served.push(await serveCalendars(calendar.port, parts))
  } catch (thrown) {
    await close()
    throw thrown
  }
  return { close }
}
