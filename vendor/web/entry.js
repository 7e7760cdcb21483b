// What the charts of the pages need of Vega: no data formats, layouts or regressions beyond that.
import {extend} from "vega-util";
import {transforms} from "vega-dataflow";
import * as basic from "vega-transforms";
import * as views from "vega-view-transforms";
import * as encoding from "vega-encode";
import * as geo from "vega-geo";

extend(transforms, basic, views, encoding, geo);

export {View} from "vega-view";
export {parse} from "vega-parser";
export {expressionInterpreter} from "vega-interpreter";
