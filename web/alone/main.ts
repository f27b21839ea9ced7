// The start of the page that needs no server: mounts it into index.html.
import { mount } from "svelte";
import "../base.css";
import Alone from "./Alone.svelte";

mount(Alone, { target: document.getElementById("edition")! });
