import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { schemeFile, type SchemeDefinition } from '../../../modules/schemes/domain/scheme-definition.js';
import { versionOn } from '../../../modules/schemes/domain/scheme-version.js';
import { versionForHolder } from '../../../modules/schemes/domain/terms/holder-version.js';
import { publicationsFile } from '../../../modules/schemes/use-cases/scheme-content.js';
import { contentText } from './sample-scheme.js';

/** An edition of a scheme with the day from which it is published. */
interface Edition {
  readonly id: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly definition: SchemeDefinition;
}

/** Every published edition of content/schemes/<scheme>.yaml. */
function editionsOf(scheme: string): Edition[] {
  const { schemes } = schemeFile.parse(parse(contentText(`${scheme}.yaml`)));
  const { publications } = publicationsFile.parse(parse(contentText('publications.yaml')));
  return schemes.map((definition) => {
    const published = publications.find((one) => one.scheme === scheme && one.version === definition.version);
    if (!published) throw new Error(`nothing publishes ${scheme} ${definition.version}`);
    return {
      id: definition.version,
      effectiveFrom: Temporal.PlainDate.from(published.effective_from),
      definition,
    };
  });
}

/** The rules that hold on a day: for a new application, or for the holder of a grant under an edition. */
export function rulesOn(scheme: string, on: Temporal.PlainDate, grantedUnder?: string): SchemeDefinition {
  const editions = editionsOf(scheme);
  const edition = grantedUnder === undefined ? versionOn(editions, on) : versionForHolder(editions, grantedUnder, on);
  if (!edition) throw new Error(`no edition of ${scheme} holds on ${on.toString()}`);
  return edition.definition;
}
