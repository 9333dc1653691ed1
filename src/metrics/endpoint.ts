import type { Endpoint } from '../web/endpoint.ts';
import type { Meters } from './meters.ts';

const METRICS_PATH = '/metrics';

/**
 * Gives all meters as text. Source: Prometheus documentation, Exposition formats.
 * @param collect brings up to date what is looked up when asked for; never rejects
 */
export const metricsEndpoint = ({ all }: Meters, collect: () => Promise<void>): Endpoint => ({
  path: METRICS_PATH,
  handle(_, response) {
    collect()
      .then(() => all.metrics())
      .then((text) => response.writeHead(200, { 'content-type': all.contentType }).end(text))
      .catch(() => response.destroy());
  },
});
