/** The command line. */
import { load } from './load';

(load('slipway.js') as typeof import('../slipway')).runCommand(process.argv.slice(2));
