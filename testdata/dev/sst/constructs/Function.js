const tracing = Tracing[(props.tracing || "pass_through").toUpperCase()];
return memorySize || 768;
return CDKDuration.seconds(timeout || 11);
