// Every figure that moves, by its name: the one script of a page (book/bundle_figures.py).

import { start as ask } from "./ask.js";
import { start as dissolve } from "./dissolve.js";
import { start as draw_a_schedule } from "./draw_a_schedule.js";
import { start as embedding_explorer } from "./embedding_explorer.js";
import { start as every_flower } from "./every_flower.js";
import { start as field } from "./field.js";
import { startFigures } from "./figure.js";
import { start as film } from "./film.js";
import { start as first_flowers } from "./first_flowers.js";
import { start as follow } from "./follow.js";
import { start as grow } from "./grow.js";
import { start as guess_the_flower } from "./guess_the_flower.js";
import { start as latent } from "./latent.js";
import { start as lie } from "./lie.js";
import { start as noise_maps } from "./noise_maps.js";
import { start as particles } from "./particles.js";
import { start as race } from "./race.js";
import { start as reverse } from "./reverse.js";
import { start as sample_size } from "./sample_size.js";
import { start as train } from "./train.js";
import { start as two_clouds } from "./two_clouds.js";
import { start as unet_map } from "./unet_map.js";
import { start as watch } from "./watch.js";

startFigures({
  ask,
  dissolve,
  draw_a_schedule,
  embedding_explorer,
  every_flower,
  field,
  film,
  first_flowers,
  follow,
  grow,
  guess_the_flower,
  latent,
  lie,
  noise_maps,
  particles,
  race,
  reverse,
  sample_size,
  train,
  two_clouds,
  unet_map,
  watch,
});
