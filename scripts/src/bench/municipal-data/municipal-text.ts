import vocabulary from './vocabulary.json' with { type: 'json' };
import type { Random } from './random.ts';

export type Theme = (typeof vocabulary.themes)[number];

const syllables = 'ba be bi bo bu ca co cu da de di do fa fe fi fo ga go gu ja je jo la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to tu va ve vi vo za zo'.split(' ');
const endings = ['ana', 'eiro', 'ense', 'ina', 'ira', 'olar', 'una', 'ax', 'il', 'este', 'ungo', 'atiba', 'inga', 'etê'];
/** Names of places, firms and products: words that few texts have. */
const tailWords = 60_000;

/** One of the themes that city halls deal with. */
export function themeOf(random: Random): Theme {
  return vocabulary.themes[random.rank(vocabulary.themes.length)] ?? random.pick(vocabulary.themes);
}

/** Some paragraphs of official prose about a theme; words are as unevenly common as in life. Some hold personal data. */
export function municipalText(theme: Theme, random: Random): string {
  const sentences = Array.from({ length: random.between(5, 14) }, () => fill(random.pick(vocabulary.templates), theme, random));
  if (random.next() < 0.15) sentences.push(fill(random.pick(vocabulary.contacts), theme, random));
  const middle = random.between(2, sentences.length - 2);
  return `${sentences.slice(0, middle).join(' ')}\n${sentences.slice(middle).join(' ')}`;
}

export function personName(random: Random): string {
  const surname = (): string => vocabulary.surnames[random.rank(vocabulary.surnames.length)] ?? '';
  return `${vocabulary.firstNames[random.rank(vocabulary.firstNames.length)] ?? ''} ${surname()} ${surname()}`;
}

export function fill(template: string, theme: Theme, random: Random): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, theme, random));
}

function wordFor(name: string, theme: Theme, random: Random): string {
  const often = (words: readonly string[]): string => words[random.rank(words.length)] ?? '';
  const digits = (count: number): string => Array.from({ length: count }, () => String(random.between(0, 9))).join('');
  switch (name) {
    case 'noun':
      return often(theme.nouns);
    case 'verb':
      return often(theme.verbs);
    case 'common':
      return often(vocabulary.common);
    case 'adjective':
      return often(vocabulary.adjectives);
    case 'unit':
      return random.pick(vocabulary.units);
    case 'person':
      return personName(random);
    case 'tail':
      return tailWord(random.rank(tailWords));
    case 'street':
      return `${random.pick(vocabulary.streets)} ${random.next() < 0.5 ? personName(random) : tailWord(random.rank(tailWords / 10))}`;
    case 'district':
      return often(vocabulary.districts);
    case 'small':
      return String(random.between(1, 999));
    case 'law':
      return String(random.between(1_000, 17_000)).replace(/(\d{3})$/, '.$1');
    case 'year':
      return String(random.between(1990, 2026));
    case 'date':
      return `${String(random.between(1, 28)).padStart(2, '0')}/${String(random.between(1, 12)).padStart(2, '0')}/${String(random.between(2018, 2026))}`;
    case 'money':
      return `${String(random.between(1, 999))}.${digits(3)},${digits(2)}`;
    case 'big':
      return digits(8);
    case 'cpf':
      return `${digits(3)}.${digits(3)}.${digits(3)}-${digits(2)}`;
    case 'cnpj':
      return `${digits(2)}.${digits(3)}.${digits(3)}/0001-${digits(2)}`;
    case 'ddd':
      return String(random.between(11, 99));
    case 'phone':
      return `${digits(4)}-${digits(4)}`;
    case 'mail':
      return tailWord(random.rank(tailWords));
    default:
      throw new Error(`No words for {${name}}`);
  }
}

/** The same word for the same rank. */
export function tailWord(rank: number): string {
  const start = syllables[rank % syllables.length] ?? '';
  const second = syllables[Math.floor(rank / syllables.length) % syllables.length] ?? '';
  const ending = endings[Math.floor(rank / (syllables.length * syllables.length)) % endings.length] ?? '';
  const word = `${start}${second}${ending}${rank > 42_000 ? 'lis' : ''}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
