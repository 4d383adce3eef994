/** A point on the map: degrees east and north. Both ends of a distance are of the same survey. */
export interface Spot { readonly lon: number; readonly lat: number }

/** Mean radius of the earth, metres. */
const EARTH = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies, in whole metres (haversine on a round earth: right to half a per cent). Pure. */
export function distanceInMetres(a: Spot, b: Spot): number {
  const [north, east] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const h = Math.sin(north / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))));
}
