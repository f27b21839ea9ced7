// The page's start: mounts the edition into index.html.
import { mount } from "svelte";
import "./base.css";
import Edition from "./Edition.svelte";

mount(Edition, { target: document.getElementById("edition")! });
