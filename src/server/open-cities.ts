import { demoCities } from '../kernel/db/cities.ts';
import { openCity, type City } from '../kernel/db/city.ts';

/** Every city of the installation, opened with one pool each. */
export function openCities(connections: number): Map<string, City> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start the platform with npm start, or name a PostgreSQL server');
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  return new Map(demoCities.map((config) => [config.code, openCity(config, { databaseUrl, dataDir, connections })]));
}
