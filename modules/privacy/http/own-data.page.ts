import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { KeptClass, OwnData } from '../use-cases/read-own-data.js';
