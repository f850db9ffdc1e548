/**
 * The 24 solar terms (절기): the day, in Korea, on which the sun reaches a multiple of 15° of longitude.
 *
 * Source  Meeus, Astronomical Formulae for Calculators, chapter 18: within some four minutes of the true time.
 */
import { type CivilDate, fromDayNumber, toDayNumber } from "../../core/civil-date.js";

/** Days: Korea's clock against dynamical time, which runs about a minute ahead of UTC in these years. */
const KOREA_FROM_DYNAMICAL = 9 / 24 - 60 / 86400;

const RADIANS = Math.PI / 180;
const sine = (degrees: number) => Math.sin(degrees * RADIANS);
const cosine = (degrees: number) => Math.cos(degrees * RADIANS);

/** Degrees. `days`: days, and the fraction of one, from 1970-01-01T00:00 of dynamical time. */
function solarLongitude(days: number): number {
  const t = (days + 25567.5) / 36525;
  const mean = 279.69668 + 36000.76892 * t + 0.0003025 * t * t;
  const anomaly = 358.47583 + 35999.04975 * t - 0.00015 * t * t;
  const centre =
    (1.91946 - 0.004789 * t) * sine(anomaly) +
    (0.020094 - 0.0001 * t) * sine(2 * anomaly) +
    0.000293 * sine(3 * anomaly);
  const planets =
    0.00134 * cosine(153.23 + 22518.7541 * t) +
    0.00154 * cosine(216.57 + 45037.5082 * t) +
    0.002 * cosine(312.69 + 32964.3577 * t) +
    0.00179 * sine(350.74 + 445267.1142 * t) +
    0.00178 * sine(231.19 + 20.2 * t);
  const apparent = -0.00569 - 0.00479 * sine(259.18 - 1934.142 * t);
  return (((mean + centre + planets + apparent) % 360) + 360) % 360;
}

/** Where those minutes lie astride midnight, the day that the almanac prints: of 1900–2050, against VSOP87. */
const PRINTED: readonly (readonly [year: number, longitude: number, month: number, day: number])[] = [
  [1917, 180, 9, 24],
  [1927, 0, 3, 21],
  [1987, 30, 4, 20],
  [2013, 15, 4, 5],
  [2023, 90, 6, 21],
  [2030, 330, 2, 18],
];

/** The day of `year` on which the sun reaches `longitude` (0 춘분, 90 하지, 315 입춘). */
export function solarTermDate(year: number, longitude: number): CivilDate {
  const printed = PRINTED.find((row) => row[0] === year && row[1] === longitude);
  if (printed) return { year, month: printed[2], day: printed[3] };
  const sinceNewYear = (((longitude - 280) % 360) + 360) % 360;
  let days = toDayNumber({ year, month: 1, day: 1 }) + (sinceNewYear / 360) * 365.2422;
  for (let i = 0; i < 8; i++) {
    const error = ((longitude - solarLongitude(days) + 540) % 360) - 180;
    days += (error / 360) * 365.2422;
  }
  return fromDayNumber(Math.floor(days + KOREA_FROM_DYNAMICAL));
}
